package fr.cedre.review;

import fr.cedre.dossier.WholeFile;
import fr.cedre.problem.CedreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

/** Writes photographs: whole or not at all, never over another. */
public final class PhotographStore {

    private static final int MOST_A_DAY = 999;

    private PhotographStore() {}

    /**
     * What was written.
     *
     * @param file name in the folder
     * @param added false when the same photograph was there already
     */
    public record Saved(String file, boolean added) {}

    /**
     * Keeps a report in {@code historique/}.
     *
     * @param content the whole {@code cedre/rapport/1}
     */
    public static Saved save(Path folder, LocalDate date, String referential, String content) {
        Path history = folder.resolve(History.FOLDER);
        String base = date + "-" + name(referential);
        try {
            if (Files.exists(history)
                    && (!Files.isDirectory(history) || !history.toRealPath().startsWith(folder.toRealPath()))) {
                throw new CedreException(
                        "« " + History.FOLDER
                                + " » n'est pas un dossier rangé dans le dossier de preuves : la photographie n'est pas enregistrée.");
            }
            Files.createDirectories(history);
            for (int n = 1; n <= MOST_A_DAY; n++) {
                String name = base + (n == 1 ? "" : "-" + n) + ".json";
                Path target = history.resolve(name);
                if (!Files.exists(target)) {
                    try {
                        WholeFile.create(target, out -> out.append(content));
                        return new Saved(History.FOLDER + "/" + name, true);
                    } catch (FileAlreadyExistsException e) {
                        // another run took the name meanwhile: compared below like any other
                    }
                }
                if (same(target, content)) {
                    return new Saved(History.FOLDER + "/" + name, false);
                }
            }
        } catch (IOException e) {
            throw new CedreException("La photographie n'a pas pu être enregistrée dans « " + History.FOLDER
                    + " » : disque plein ou droits insuffisants. Aucun fichier tronqué n'est laissé.");
        }
        throw new CedreException("Il y a déjà " + MOST_A_DAY + " photographies à cette date.");
    }

    private static boolean same(Path file, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return Files.isRegularFile(file)
                && Files.size(file) == bytes.length
                && Arrays.equals(Files.readAllBytes(file), bytes);
    }

    /** An identifier as part of a file name anywhere. */
    private static String name(String referential) {
        String safe = referential.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return safe.substring(0, Math.min(60, safe.length()));
    }
}
