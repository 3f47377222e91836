package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.io.TempDir;

/** A place for binders, and how an auditor looks at one. */
abstract class BinderFolder {

    protected static final Path EXAMPLES = Path.of("examples");
    protected static final String DATE = "2026-11-21";

    @TempDir
    protected Path temp;

    /** Checks a folder and writes its binder. */
    protected static CedreRunner.Result binder(Path folder, Path target, String... options) {
        List<String> args =
                new ArrayList<>(List.of("check", folder.toString(), "--date", DATE, "--classeur", target.toString()));
        args.addAll(List.of(options));
        return CedreRunner.run(args);
    }

    /** Files of a folder, sorted, with {@code /}. */
    protected static List<String> tree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> !Files.isDirectory(f))
                    .map(f -> folder.relativize(f).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /** What {@code sha256sum -c --strict} verifies: every line is that of a file as it is, and no file but the list itself is left out. */
    protected static void sealed(Path binder) throws IOException {
        Map<String, String> listed = new TreeMap<>();
        for (String line : Files.readAllLines(binder.resolve("empreintes.txt"))) {
            assertThat(line).matches("[0-9a-f]{64}  [^/].*");
            listed.put(line.substring(66), line.substring(0, 64));
        }
        Map<String, String> actual = new TreeMap<>();
        for (String file : tree(binder)) {
            if (!file.equals("empreintes.txt")) {
                actual.put(file, sha256(binder.resolve(file)));
            }
        }
        assertThat(listed).isEqualTo(actual);
    }

    protected static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    protected static Document page(Path file) throws IOException {
        return Jsoup.parse(Files.readString(file));
    }

    /** Every reference of every page leads to a file of the binder, and to a place that this file has; nothing else is asked for. */
    protected static int linked(Path binder) throws IOException {
        int links = 0;
        for (String name : tree(binder)) {
            if (!name.endsWith(".html") || name.contains("preuves/")) {
                continue;
            }
            Document page = page(binder.resolve(name));
            assertThat(page.select("[src], link, img, iframe, object, form"))
                    .as(name)
                    .isEmpty();
            assertThat(page.select("html").attr("lang")).isEqualTo("fr");
            for (Element link : page.select("[href]")) {
                links++;
                followed(binder, binder.resolve(name), page, link.attr("href"));
            }
        }
        return links;
    }

    private static void followed(Path binder, Path from, Document page, String href) throws IOException {
        String path = href.contains("#") ? href.substring(0, href.indexOf('#')) : href;
        String anchor = href.contains("#") ? href.substring(href.indexOf('#') + 1) : "";
        assertThat(path)
                .as("%s in %s", href, from)
                .doesNotContain(":", "\\", "?")
                .doesNotStartWith("/");
        Path target = path.isEmpty()
                ? from
                : from.resolveSibling(URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8))
                        .normalize();
        assertThat(target).as("%s in %s", href, from).exists().startsWith(binder);
        if (!anchor.isEmpty()) {
            Document there = path.isEmpty() ? page : page(target);
            assertThat(there.getElementById(anchor)).as("%s in %s", href, from).isNotNull();
        }
    }
}
