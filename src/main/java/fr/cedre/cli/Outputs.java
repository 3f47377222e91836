package fr.cedre.cli;

import fr.cedre.dossier.WholeFile;
import fr.cedre.plan.PlanFile;
import fr.cedre.problem.CedreException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a result to the standard output or to a file, whole or not at all. */
final class Outputs {

    private static final Set<String> INPUTS =
            Set.of("structure.yaml", "groupe.yaml", "preuves.csv", "jugements.csv", "autoevaluation.csv");

    private static final Set<String> FOLDERS = Set.of("registres", "documents", "historique");

    private Outputs() {}

    static void write(@Nullable String file, boolean quiet, PrintWriter out, WholeFile.Content content)
            throws IOException {
        if (file == null || file.equals("-")) {
            if (!quiet) {
                content.writeTo(out);
                out.flush();
            }
            return;
        }
        file(file, content);
    }

    /** Refuses a file that must not be written over, before any work is done for it. */
    static void check(String option, @Nullable String file) {
        if (file != null && !file.equals("-")) {
            plan(option, file);
            evidence(file);
        }
    }

    private static Path path(String file) {
        try {
            return Path.of(file).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new CedreException("« " + file + " » n'est pas un nom de fichier que cette machine accepte.");
        }
    }

    /** An action plan holds people's words. */
    private static void plan(String option, String file) {
        String name = file.toLowerCase(Locale.ROOT).replace('\\', '/');
        name = name.substring(name.lastIndexOf('/') + 1);
        if (name.equals(PlanFile.NAME) || name.equals(PlanFile.PREVIOUS)) {
            throw new CedreException(
                    option + " dit où écrire un résultat, et ce fichier est le plan d'actions, que « cedre plan »"
                            + " tient dans le dossier : donnez un autre nom.");
        }
    }

    /** Refuses to write over what a folder of evidence holds. */
    private static void evidence(String file) {
        Path target = path(file);
        Path folder = target.getParent();
        if (folder == null || !Files.exists(target)) {
            return;
        }
        Path above = folder.getParent();
        boolean own =
                INPUTS.contains(String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT)) && described(folder);
        boolean inside = above != null
                && FOLDERS.contains(String.valueOf(folder.getFileName()).toLowerCase(Locale.ROOT))
                && described(above);
        if (own || inside) {
            throw new CedreException("« " + file
                    + " » fait partie d'un dossier de preuves : rien n'est écrit par-dessus ; donnez un autre nom.");
        }
    }

    private static boolean described(Path folder) {
        return Files.exists(folder.resolve("structure.yaml")) || Files.exists(folder.resolve("groupe.yaml"));
    }

    /** Writes a file. */
    static void file(String file, WholeFile.Content content) {
        check("-o", file);
        Path target = path(file);
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CedreException("Le dossier de sortie « " + folder + " » n'existe pas.");
        }
        if (Files.isDirectory(target)) {
            throw new CedreException("« " + file + " » est un dossier : donner un nom de fichier.");
        }
        try {
            WholeFile.replace(target, content);
        } catch (IOException e) {
            throw new CedreException(
                    "Le fichier « " + file + " » n'a pas pu être écrit : disque plein ou droits insuffisants."
                            + " Aucun fichier tronqué n'est laissé.");
        }
    }
}
