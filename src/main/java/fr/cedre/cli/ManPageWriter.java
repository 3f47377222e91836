package fr.cedre.cli;

import fr.cedre.cli.shell.ManPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the manual pages. The build runs it once; the program never does. */
public final class ManPageWriter {

    private ManPageWriter() {}

    /**
     * Writes a page for cedre and one for each command.
     *
     * @param args folder to write in, version
     */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (Map.Entry<String, String> page :
                ManPage.all(CommandLines.tree(), args[1]).entrySet()) {
            Files.writeString(folder.resolve(page.getKey()), page.getValue(), StandardCharsets.UTF_8);
        }
    }
}
