package fr.cedre.dossier;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Parses the records of a big file in a thread of its own while the caller checks those before: two processors nearly halve the time. Records come in
 * the order of the file and only a few batches wait, so that results and memory are those of a single thread.
 */
final class ReadAhead implements Records {

    private static final int BATCH = 1024;
    private static final int WAITING = 4;

    private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(WAITING);
    private final Thread thread;
    private Batch batch = new Batch();
    private int at;

    /** Records in the order of the file; the last batch is not full and says how reading ended. */
    private static final class Batch {
        private final @Nullable CSVRecord[] records = new CSVRecord[BATCH];
        private final int[] lines = new int[BATCH];
        private int size;
        private boolean last;
        private int endLine;
        private @Nullable Throwable failure;
    }

    ReadAhead(Records records) {
        thread = new Thread(() -> read(records), "lecture");
        thread.setDaemon(true);
        thread.start();
    }

    private void read(Records records) {
        try {
            boolean last = false;
            while (!last) {
                Batch filled = fill(records);
                last = filled.last;
                queue.put(filled);
            }
        } catch (InterruptedException e) {
            // closed: nobody waits for the rest
            Thread.currentThread().interrupt();
        }
    }

    private static Batch fill(Records records) {
        Batch filled = new Batch();
        try {
            while (filled.size < BATCH) {
                CSVRecord record = records.next();
                if (record == null) {
                    filled.last = true;
                    break;
                }
                filled.records[filled.size] = record;
                filled.lines[filled.size] = records.line();
                filled.size++;
            }
        } catch (RuntimeException | Error e) {
            filled.last = true;
            filled.failure = e;
        }
        filled.endLine = records.line();
        return filled;
    }

    /** Throws what stopped the reading, after the records before it. */
    @Override
    public @Nullable CSVRecord next() {
        while (at == batch.size) {
            if (batch.last) {
                rethrow(batch.failure);
                return null;
            }
            try {
                batch = queue.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            at = 0;
        }
        return batch.records[at++];
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    @Override
    public int line() {
        return at > 0 && !(at == batch.size && batch.failure != null) ? batch.lines[at - 1] : batch.endLine;
    }

    /** Stops the thread and waits until it has left the file. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
