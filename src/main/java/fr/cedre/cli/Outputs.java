package fr.cedre.cli;

import fr.cedre.problem.CedreException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** Writes a result to the standard output or to a file, whole or not at all. */
final class Outputs {

    private Outputs() {}

    /** Something that writes itself. */
    interface Content {
        void writeTo(Appendable target) throws IOException;
    }

    static void write(@Nullable String file, boolean quiet, PrintWriter out, Content content) throws IOException {
        if (file == null || file.equals("-")) {
            if (!quiet) {
                content.writeTo(out);
                out.flush();
            }
            return;
        }
        Path target = Path.of(file).toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CedreException("Le dossier de sortie « " + folder + " » n'existe pas.");
        }
        if (Files.isDirectory(target)) {
            throw new CedreException("« " + file + " » est un dossier : donner un nom de fichier.");
        }
        Path draft = null;
        try {
            draft = Files.createTempFile(folder, ".cedre-", ".tmp");
            try (BufferedWriter writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                content.writeTo(writer);
            }
            move(draft, target);
        } catch (IOException e) {
            throw new CedreException(
                    "Le fichier « " + file + " » n'a pas pu être écrit : disque plein ou droits insuffisants."
                            + " Aucun fichier tronqué n'est laissé.");
        } finally {
            if (draft != null) {
                Files.deleteIfExists(draft);
            }
        }
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
