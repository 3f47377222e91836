package fr.cedre.scaffold;

import fr.cedre.dossier.ValueParser;
import fr.cedre.dossier.WholeFile;
import fr.cedre.problem.CedreException;
import fr.cedre.scaffold.Scaffold.Made;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder that is begun or completed. Files are gathered first, then written one by one, each whole or not at all; what stands there, under the
 * same name in whatever case, is left as it is.
 */
final class Folder {

    static final String REGISTERS = "registres";
    static final String DOCUMENTS = "documents";

    private interface Writing {
        void to(Path target) throws IOException;
    }

    private final Path root;
    private final Map<String, Writing> files = new LinkedHashMap<>();

    /** Refuses what is no place for a folder of evidence. */
    Folder(Path root) {
        this.root = root;
        if (Files.exists(root, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(root)) {
            throw new CedreException(
                    "« " + root + " » est un fichier : donnez le nom d'un dossier, nouveau ou existant.");
        }
    }

    /** A text to write, unless the file exists. */
    void text(String file, WholeFile.Content content) {
        files.put(file, target -> WholeFile.begin(target, content));
    }

    /** A file to copy, unless one of that name exists. */
    void copy(String file, Path source) {
        files.put(file, target -> WholeFile.createCopy(source, target));
    }

    /** True when something bears the name of a file already, whatever its case and its accents. */
    boolean holds(String file) {
        Path target = root.resolve(file);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        Path parent = target.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return false;
        }
        try (Stream<Path> names = Files.list(parent)) {
            String wanted = stem(target);
            return file.endsWith(".csv") && names.anyMatch(p -> isTable(p) && stem(p).equals(wanted));
        } catch (IOException e) {
            throw failure(file);
        }
    }

    /** The extensions that a control reads as a table. */
    private static boolean isTable(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(java.util.Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".txt") || name.endsWith(".tsv");
    }

    private static String stem(Path file) {
        return ValueParser.code(String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", ""));
    }

    /** Writes everything; returns each file and whether it was created. */
    List<Made> write() {
        directory(root, "");
        // Nothing is written when a part of the folder leads elsewhere.
        files.keySet().forEach(this::inside);
        List<Made> made = new ArrayList<>();
        boolean documents = Files.exists(root.resolve(DOCUMENTS), LinkOption.NOFOLLOW_LINKS);
        for (Map.Entry<String, Writing> entry : files.entrySet()) {
            made.add(new Made(entry.getKey(), !holds(entry.getKey()) && write(entry.getKey(), entry.getValue())));
        }
        if (!documents) {
            directory(root.resolve(DOCUMENTS), DOCUMENTS);
        }
        return made;
    }

    private boolean write(String file, Writing writing) {
        Path target = root.resolve(file);
        Path parent = target.getParent();
        if (parent != null) {
            directory(parent, file);
        }
        try {
            writing.to(target);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false; // somebody wrote it in the meantime
        } catch (IOException e) {
            throw failure(file);
        }
    }

    /** The nearest folder that exists above a file must be inside the root, whatever links say. */
    private void inside(String file) {
        Path target = root.resolve(file).normalize();
        if (!target.startsWith(root.normalize()) && !root.normalize().toString().isEmpty()) {
            throw new CedreException("« " + file + " » sort du dossier : rien n'a été écrit.");
        }
        try {
            Path above = target.getParent();
            while (above != null && !Files.exists(above)) {
                above = above.getParent();
            }
            Path real = (above == null ? Path.of("") : above).toRealPath();
            if (!real.startsWith(root.toRealPath())) {
                throw new CedreException("« " + root.relativize(target).getName(0) + " » mène hors du dossier « " + root
                        + " » : rien n'a été écrit. Remplacez ce lien par un vrai dossier.");
            }
        } catch (IOException e) {
            throw failure(file);
        }
    }

    private void directory(Path folder, String file) {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new CedreException("« " + folder + " » n'est pas un dossier : renommez-le, puis relancez.");
        } catch (IOException e) {
            throw failure(file.isEmpty() ? String.valueOf(root) : file);
        }
    }

    private CedreException failure(String file) {
        return new CedreException("« " + file + " » n'a pas pu être écrit dans « " + root
                + " » : vérifiez les droits d'accès et la place sur le disque, puis relancez la même commande, qui reprendra où"
                + " elle s'est arrêtée. Aucun fichier tronqué n'est laissé.");
    }
}
