package fr.cedre.dossier;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Parses and types the rows of a big file in a thread of its own while the caller checks those before: two processors nearly halve the time. Rows come in
 * the order of the file, and a few batches of rows are used again and again, so that results and memory are those of a single thread.
 */
final class ReadAhead implements Rows {

    private static final int BATCH = 1024;
    private static final int WAITING = 4;

    private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(WAITING);
    private final BlockingQueue<Batch> free = new ArrayBlockingQueue<>(WAITING + 2);
    private final Thread thread;
    private Batch batch;
    private int at;
    private boolean started;

    /** Rows in the order of the file; the last batch is not full and says how reading ended. */
    private static final class Batch {
        private final Row[] rows = new Row[BATCH];
        private int size;
        private boolean last;
        private int endLine;
        private @Nullable Throwable failure;
    }

    ReadAhead(Records records, RowBuilder builder) {
        for (int i = 0; i < WAITING + 2; i++) {
            Batch spare = new Batch();
            for (int r = 0; r < BATCH; r++) {
                spare.rows[r] = builder.newRow();
            }
            free.add(spare);
        }
        batch = new Batch();
        thread = new Thread(() -> read(records, builder), "lecture");
        thread.setDaemon(true);
        thread.start();
    }

    private void read(Records records, RowBuilder builder) {
        try {
            boolean last = false;
            while (!last) {
                Batch filled = free.take();
                fill(filled, records, builder);
                last = filled.last;
                queue.put(filled);
            }
        } catch (InterruptedException e) {
            // closed: nobody waits for the rest
            Thread.currentThread().interrupt();
        }
    }

    private static void fill(Batch filled, Records records, RowBuilder builder) {
        filled.size = 0;
        try {
            while (filled.size < BATCH) {
                CSVRecord record = records.next();
                if (record == null) {
                    filled.last = true;
                    break;
                }
                if (builder.build(record, records.line(), filled.rows[filled.size])) {
                    filled.size++;
                }
            }
        } catch (RuntimeException | Error e) {
            filled.last = true;
            filled.failure = e;
        }
        filled.endLine = records.line();
    }

    /** Throws what stopped the reading, after the rows before it. */
    @Override
    public @Nullable Row next() {
        while (at == batch.size) {
            if (batch.last) {
                rethrow(batch.failure);
                return null;
            }
            try {
                if (started) {
                    free.put(batch);
                }
                started = true;
                batch = queue.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            at = 0;
        }
        return batch.rows[at++];
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
        return batch.endLine;
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
