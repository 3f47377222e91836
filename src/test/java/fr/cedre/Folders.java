package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Real folders for tests: copied from a base, then spoiled in one place. */
final class Folders {

    private Folders() {}

    /** Copies a folder whole; returns the copy. */
    static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.sorted().toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return to;
    }

    /** Writes a file, with the folders it needs. */
    static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.writeString(file, text);
    }

    /** Replaces a text that must be there once. */
    static void replace(Path file, String before, String after) throws IOException {
        String text = Files.readString(file);
        assertThat(text.split(java.util.regex.Pattern.quote(before), -1))
                .as("« " + before + " » in " + file)
                .hasSize(2);
        Files.writeString(file, text.replace(before, after));
    }

    /** Removes the only line that contains a text. */
    static void drop(Path file, String text) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> kept = lines.stream().filter(l -> !l.contains(text)).toList();
        assertThat(lines.size() - kept.size())
                .as("lines with « " + text + " » in " + file)
                .isEqualTo(1);
        Files.write(file, kept);
    }

    /** 1-based number of the first line that contains a text. */
    static int line(Path file, String text) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1;
            }
        }
        throw new AssertionError("no « " + text + " » in " + file);
    }
}
