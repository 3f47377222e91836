package fr.cedre.binder;

import fr.cedre.dossier.WholeFile;
import fr.cedre.problem.CedreException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A folder being written beside its place. An interruption (Ctrl-C) leaves neither the draft nor a place without its old content. */
final class Draft extends Thread {

    private static final int TRIES = 20;

    private final Path target;
    private final Path folder;
    private boolean stopped;

    Draft(Path target) throws IOException {
        this.target = target;
        this.folder = beside();
        Files.createDirectory(folder);
        Runtime.getRuntime().addShutdownHook(this);
    }

    Path folder() {
        return folder;
    }

    private Path beside() {
        return target.resolveSibling(WholeFile.DRAFT + UUID.randomUUID() + ".tmp");
    }

    /** The old one goes aside, the new one takes its name; only then is the old one removed. */
    synchronized void takePlace() throws IOException {
        if (stopped) {
            throw new IOException("interrupted");
        }
        if (!Files.exists(target)) {
            move(folder, target);
            return;
        }
        Path aside = beside();
        move(target, aside);
        try {
            move(folder, target);
        } catch (IOException e) {
            move(aside, target);
            throw e;
        }
        try {
            PreviousBinder.delete(aside);
        } catch (IOException e) {
            throw new CedreException("Le classeur « " + target + " » est écrit, mais l'ancien, mis de côté dans « "
                    + aside + " », n'a pas pu être effacé : effacez-le.");
        }
    }

    /** Removes what has not taken its place. */
    synchronized void discard() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(this);
        } catch (IllegalStateException e) {
            // The machine is stopping already: run() goes after this.
        }
        PreviousBinder.delete(folder);
    }

    /** While the machine stops, what was being written may still add a file or two. */
    @Override
    public synchronized void run() {
        stopped = true;
        for (int i = 0; i < TRIES && Files.exists(folder); i++) {
            try {
                PreviousBinder.delete(folder);
            } catch (IOException e) {
                // Once more; its name says what is left.
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }
}
