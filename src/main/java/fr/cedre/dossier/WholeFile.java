package fr.cedre.dossier;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Files written whole or not at all: a draft beside the target reaches the disk first, then takes its name in one step, so that a process killed at
 * any moment leaves the old content or the new one.
 */
public final class WholeFile {

    /** Drafts start so; one that a killed process left behind may be deleted. */
    public static final String DRAFT = ".cedre-";

    private static final Drafts DRAFTS = new Drafts();

    private WholeFile() {}

    /** The drafts being written: an interruption (Ctrl-C) leaves none behind. */
    private static final class Drafts extends Thread {
        private final Set<Path> open = new HashSet<>();
        private boolean watched;

        synchronized void add(Path draft) {
            if (!watched) {
                Runtime.getRuntime().addShutdownHook(this);
                watched = true;
            }
            open.add(draft);
        }

        synchronized void remove(Path draft) {
            open.remove(draft);
        }

        @Override
        public synchronized void run() {
            for (Path draft : open) {
                try {
                    Files.deleteIfExists(draft);
                } catch (IOException e) {
                    // Nobody is left to be told; the name says what the file is.
                }
            }
        }
    }

    /** Something that writes itself. */
    public interface Content {
        /** Writes all of it. */
        void writeTo(Appendable target) throws IOException;
    }

    /** Writes a file in UTF-8, over the one of that name if there is one; what is no file (a device, a named pipe) is written to as it stands. */
    public static void replace(Path target, Content content) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            try (BufferedWriter writer =
                    Files.newBufferedWriter(target, StandardCharsets.UTF_8, StandardOpenOption.WRITE)) {
                content.writeTo(writer);
            }
            return;
        }
        Path draft = null;
        try {
            draft = draft(target, content, true);
            sameRights(target, draft);
            move(draft, target);
        } finally {
            discard(draft);
        }
    }

    /**
     * Writes a file in UTF-8 that must not exist yet.
     *
     * @throws FileAlreadyExistsException when it does; it is left as it was
     */
    public static void create(Path target, Content content) throws IOException {
        Path draft = null;
        try {
            draft = draft(target, content, true);
            link(draft, target);
        } finally {
            discard(draft);
        }
    }

    /**
     * The same for one of many files that a command can make again: it is whole whatever happens to the process, but the disk is not waited for.
     *
     * @throws FileAlreadyExistsException when the name is taken; that file is left as it was
     */
    public static void begin(Path target, Content content) throws IOException {
        Path draft = null;
        try {
            draft = draft(target, content, false);
            link(draft, target);
        } finally {
            discard(draft);
        }
    }

    /** Writes the content of a file under a second name, over what bore it; the first name is never without its content. */
    public static void copy(Path source, Path target) throws IOException {
        Path draft = name(target);
        try {
            duplicate(source, draft, true);
            move(draft, target);
        } finally {
            discard(draft);
        }
    }

    /**
     * Writes the content of a file under a name that must not exist yet, as {@link #begin} does.
     *
     * @throws FileAlreadyExistsException when it does; it is left as it was
     */
    public static void createCopy(Path source, Path target) throws IOException {
        Path draft = name(target);
        try {
            duplicate(source, draft, false);
            link(draft, target);
        } finally {
            discard(draft);
        }
    }

    private static void duplicate(Path source, Path draft, boolean forced) throws IOException {
        DRAFTS.add(draft);
        try (FileChannel in = FileChannel.open(source, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long done = 0;
            while (done < in.size()) {
                done += in.transferTo(done, in.size() - done, out);
            }
            if (forced) {
                out.force(true);
            }
        }
    }

    private static Path draft(Path target, Content content, boolean forced) throws IOException {
        Path draft = name(target);
        DRAFTS.add(draft);
        boolean whole = false;
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                BufferedWriter writer = new BufferedWriter(
                        new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8))) {
            content.writeTo(writer);
            writer.flush();
            if (forced) {
                channel.force(true);
            }
            whole = true;
        } finally {
            if (!whole) {
                discard(draft);
            }
        }
        return draft;
    }

    /** A name nobody has; the file is opened like any other, so that colleagues may read it where they may read its neighbours. */
    private static Path name(Path target) {
        return folder(target).resolve(DRAFT + UUID.randomUUID() + ".tmp");
    }

    private static Path folder(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        return folder == null ? target.toAbsolutePath() : folder;
    }

    /** A hard link fails when the name is taken, in one step; where there are none, the name is taken first, then filled in one step. */
    private static void link(Path draft, Path target) throws IOException {
        try {
            Files.createLink(target, draft);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | IOException e) {
            Files.createFile(target);
            move(draft, target);
        }
    }

    /** What is written over keeps its rights. */
    private static void sameRights(Path from, Path to) throws IOException {
        PosixFileAttributeView rights = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (Files.exists(from) && rights != null) {
            Files.setPosixFilePermissions(to, rights.readAttributes().permissions());
        }
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void discard(@Nullable Path draft) throws IOException {
        if (draft != null) {
            Files.deleteIfExists(draft);
            DRAFTS.remove(draft);
        }
    }
}
