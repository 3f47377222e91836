package fr.cedre.report.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** References to files that stand beside a page. */
final class Hrefs {

    private Hrefs() {}

    /** A relative path with {@code /}, every sign that a reference could misread percent-encoded (RFC 3986). */
    static String of(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}
