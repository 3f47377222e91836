package fr.cedre.binder;

import fr.cedre.dossier.WholeFile;
import fr.cedre.problem.CedreException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A tree of files being written, which knows the fingerprint of each. */
final class BinderTree {

    /** Fingerprints, one line each, as {@code sha256sum} writes and verifies them. */
    static final String FINGERPRINTS = "empreintes.txt";

    private static final int BLOCK = 1 << 16;

    private final Path folder;
    private final Map<String, String> fingerprints = new TreeMap<>();

    BinderTree(Path folder) {
        this.folder = folder;
    }

    /** Writes a text in UTF-8. */
    void write(String path, WholeFile.Content content) throws IOException {
        MessageDigest digest = sha256();
        try (BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(
                new DigestOutputStream(Files.newOutputStream(place(path)), digest), StandardCharsets.UTF_8))) {
            content.writeTo(writer);
        }
        fingerprints.put(path, hex(digest));
    }

    /**
     * Copies a file of an evidence folder, block by block.
     *
     * @param root the folder, from which nothing leads out
     * @param expected fingerprint it had when it was checked, or null when it had none
     * @throws CedreException when it cannot be read, or is no longer what was checked
     */
    void copy(Path root, Binder.Attachment file, @Nullable String expected) throws IOException {
        Path source = source(root, file.source());
        Path target = place(file.target());
        MessageDigest digest = sha256();
        try (InputStream in = open(source, file.source());
                OutputStream out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            byte[] block = new byte[BLOCK];
            for (int n = read(in, block, file.source()); n > 0; n = read(in, block, file.source())) {
                out.write(block, 0, n);
            }
        }
        String fingerprint = hex(digest);
        if (expected != null && !expected.equals(fingerprint)) {
            throw new CedreException("Le fichier « " + file.source()
                    + " » a changé pendant le contrôle : relancez la commande. Aucun classeur n'est écrit.");
        }
        fingerprints.put(file.target(), fingerprint);
        sameDay(source, target);
    }

    /** A tree inside this one, whose files it takes over with {@link #take}. */
    BinderTree inside(String name) throws IOException {
        return new BinderTree(Files.createDirectories(folder.resolve(name)));
    }

    /** Counts the files of a tree inside this one as its own. */
    void take(String name, BinderTree inner) {
        inner.fingerprints.forEach((path, fingerprint) -> fingerprints.put(name + "/" + path, fingerprint));
    }

    /** Writes {@link #FINGERPRINTS}; returns its own. */
    String close() throws IOException {
        Map<String, String> all = Map.copyOf(fingerprints);
        write(FINGERPRINTS, out -> {
            for (String path : fingerprints.keySet()) {
                out.append(all.getOrDefault(path, "")).append("  ").append(path).append('\n');
            }
        });
        return fingerprints.getOrDefault(FINGERPRINTS, "");
    }

    private Path place(String path) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("interrupted"); // its draft is gone
        }
        Path place = folder.resolve(path);
        Files.createDirectories(place.toAbsolutePath().getParent());
        return place;
    }

    /** Looked at again: a link may have been put there since the file was checked. */
    private static Path source(Path root, String name) {
        try {
            Path source = root.resolve(name).toRealPath();
            if (!source.startsWith(root.toRealPath()) || !Files.isRegularFile(source)) {
                throw new CedreException("Le fichier « " + name
                        + " » mène hors du dossier de preuves : il n'est pas copié. Aucun classeur n'est écrit.");
            }
            return source;
        } catch (IOException e) {
            throw unreadable(name);
        }
    }

    private static InputStream open(Path source, String name) {
        try {
            return Files.newInputStream(source);
        } catch (IOException e) {
            throw unreadable(name);
        }
    }

    private static int read(InputStream in, byte[] block, String name) {
        try {
            return in.read(block);
        } catch (IOException e) {
            throw unreadable(name);
        }
    }

    private static CedreException unreadable(String name) {
        return new CedreException("Le fichier « " + name
                + " », que preuves.csv cite, n'a pas pu être lu : vérifiez qu'il existe et vos droits d'accès."
                + " Aucun classeur n'est écrit.");
    }

    /** An auditor looks at the date of a document: a copy keeps it where the system allows. */
    private static void sameDay(Path source, Path target) {
        try {
            Files.setLastModifiedTime(target, Files.getLastModifiedTime(source));
        } catch (IOException e) {
            // The content is what counts.
        }
    }

    /** SHA-256 of a file in lower-case hexadecimal. */
    static String fingerprint(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] block = new byte[BLOCK];
            for (int n = in.read(block); n > 0; n = in.read(block)) {
                digest.update(block, 0, n);
            }
        }
        return hex(digest);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
