package fr.cedre.binder;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands where a binder is to go. */
final class PreviousBinder {

    /** What a browser of files leaves behind without being asked. */
    private static final Set<String> TRACES = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

    private PreviousBinder() {}

    /** True for a folder that begins as every binder does. */
    static boolean is(Path folder) throws IOException {
        Path readme = folder.resolve(BinderWriter.README);
        return isFile(readme)
                && isFile(folder.resolve(BinderTree.FINGERPRINTS))
                && Files.size(readme) < 100_000
                && Files.readString(readme).lines().findFirst().orElse("").equals(BinderWriter.MARK);
    }

    /** Files that are not as the binder was written: added, or changed since; sorted. They are somebody's work. */
    static List<String> strangers(Path folder) throws IOException {
        Map<String, String> own = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve(BinderTree.FINGERPRINTS))) {
            int gap = line.indexOf("  ");
            if (gap > 0) {
                own.put(line.substring(gap + 2), line.substring(0, gap));
            }
        }
        List<String> strangers = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String path = folder.relativize(file).toString().replace('\\', '/');
                boolean known = path.equals(BinderTree.FINGERPRINTS)
                        || TRACES.contains(String.valueOf(file.getFileName()))
                        || (attributes.isRegularFile()
                                && own.containsKey(path)
                                && BinderTree.fingerprint(file).equals(own.get(path)));
                if (!known) {
                    strangers.add(path);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(strangers);
        return strangers;
    }

    /** Removes a folder and what it holds; links are removed, never followed. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path inner, @org.jspecify.annotations.Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(inner);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }
}
