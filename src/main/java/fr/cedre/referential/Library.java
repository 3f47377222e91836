package fr.cedre.referential;

import fr.cedre.dossier.Dictionary;
import fr.cedre.problem.CedreException;
import fr.cedre.problem.NearestName;
import fr.cedre.problem.Problems;
import fr.cedre.yaml.CompactYaml;
import fr.cedre.yaml.YamlNode;
import fr.cedre.yaml.YamlReader;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds referentials and the registers' dictionary: in a folder given by the user, else in those that come with the program. A file of the user
 * replaces the one of the same name, without code.
 */
public final class Library {

    private static final String SUFFIX = ".yaml";

    private final Path bundled;
    private final @Nullable Path own;
    private final CompactYaml compact;

    private Library(Path bundled, @Nullable Path own, CompactYaml compact) {
        this.bundled = bundled;
        this.own = own;
        this.compact = compact;
    }

    /**
     * Opens the library.
     *
     * @param home folder of the installed program, or null to use what stands beside the classes
     * @param own folder given by the user ({@code --referentiels}), or null
     */
    public static Library open(@Nullable Path home, @Nullable Path own) {
        if (own != null && !Files.isDirectory(own)) {
            throw new CedreException("Le dossier de référentiels « " + own + " » est introuvable.");
        }
        Path installed = home == null ? null : home.resolve("referentiels");
        if (home == null || installed == null || !Files.isDirectory(installed)) {
            return new Library(beside(), own, CompactYaml.none());
        }
        return new Library(installed, own, CompactYaml.open(home.resolve("lib").resolve(CompactYaml.FILE)));
    }

    private static Path beside() {
        try {
            URL marker = Library.class.getResource("/referentiels/registres");
            if (marker == null) {
                throw new IllegalStateException("les référentiels ne sont pas dans le programme");
            }
            URI uri = marker.toURI();
            if (uri.getScheme().equals("jar")) {
                FileSystems.newFileSystem(uri, Map.of());
            }
            Path registers = Path.of(uri);
            Path parent = registers.getParent();
            return parent == null ? registers : parent;
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The registers' dictionary. */
    public Dictionary dictionary() {
        Path folder = own != null && Files.isDirectory(own.resolve("registres"))
                ? own.resolve("registres")
                : bundled.resolve("registres");
        Problems problems = new Problems();
        List<Dictionary.Source> sources = new ArrayList<>();
        for (Path file : list(folder, ".json")) {
            String name = "registres/" + file.getFileName();
            YamlNode node = read(file, name, problems);
            if (node != null) {
                sources.add(new Dictionary.Source(name, node));
            }
        }
        if (problems.anyUnusable()) {
            throw new CedreException("Le dictionnaire des registres est illisible.", problems.sorted());
        }
        return Dictionary.read(sources);
    }

    /** A referential by id, alias, or path of a YAML file. */
    public Referential referential(String name, Dictionary dictionary) {
        Path file = find(name);
        String shown = String.valueOf(file.getFileName());
        Problems problems = new Problems();
        YamlNode node = read(file, shown, problems);
        if (node == null) {
            throw new CedreException("Le référentiel " + shown + " est illisible.", problems.sorted());
        }
        return ReferentialReader.read(node, shown, dictionary);
    }

    private Path find(String name) {
        if (name.endsWith(SUFFIX) || name.endsWith(".yml") || name.contains("/") || name.contains("\\")) {
            try {
                Path path = Path.of(name);
                if (Files.isRegularFile(path)) {
                    return path;
                }
            } catch (InvalidPathException e) {
                // said below
            }
            throw new CedreException("Le fichier de référentiel « " + name + " » est introuvable.");
        }
        for (String candidate : List.of(name, "cedre-" + name)) {
            for (Path folder : folders()) {
                Path file = folder.resolve(candidate + SUFFIX);
                if (Files.isRegularFile(file)) {
                    return file;
                }
            }
        }
        Set<String> names = names();
        String hint = NearestName.hint(name, names);
        throw new CedreException("Référentiel inconnu « " + name + " »" + (hint.isEmpty() ? "." : hint)
                + " Référentiels disponibles : " + String.join(", ", names) + ".");
    }

    private List<Path> folders() {
        return own == null ? List.of(bundled) : List.of(own, bundled);
    }

    /** Ids of the referentials at hand. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Path folder : folders()) {
            for (Path file : list(folder, SUFFIX)) {
                String name = String.valueOf(file.getFileName());
                names.add(name.substring(0, name.length() - SUFFIX.length()));
            }
        }
        return names;
    }

    private static List<Path> list(Path folder, String suffix) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> String.valueOf(f.getFileName()).endsWith(suffix))
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .toList();
        } catch (IOException e) {
            throw new CedreException("Le dossier « " + folder + " » est illisible.");
        }
    }

    /** A file's tree: as the build has parsed it when the file is still the same, else parsed now. */
    private @Nullable YamlNode read(Path file, String name, Problems problems) {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CedreException("Le fichier « " + file + " » est illisible.");
        }
        YamlNode known = compact.find(name, content);
        if (known != null) {
            return known;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return YamlReader.read(text, name, problems).orElse(null);
        } catch (CharacterCodingException e) {
            throw new CedreException("Le fichier « " + file + " » doit être enregistré en UTF-8.");
        }
    }
}
