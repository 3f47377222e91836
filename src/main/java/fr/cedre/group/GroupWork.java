package fr.cedre.group;

import fr.cedre.evaluation.AskedPart;
import fr.cedre.evaluation.Control;
import fr.cedre.problem.CedreException;
import fr.cedre.problem.Problem;
import fr.cedre.referential.Referential;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The same work on every member of a group, several at a time; results come in the order of {@code groupe.yaml}, whoever ends first. */
public final class GroupWork {

    /** Told, from any thread, that one more member is done. */
    public interface Progress {
        /**
         * One more.
         *
         * @param done members done so far
         * @param total members
         * @param folder folder of the one just done
         */
        void done(int done, int total, String folder);
    }

    /**
     * What is done with one member.
     *
     * @param <T> what comes of it
     */
    public interface Job<T> {
        /**
         * Works on one member.
         *
         * @param opened its folder, open
         * @param path where it stands
         * @param asked referential it must be held against, or null for its own
         * @param part part asked for, restricted to its types
         */
        T run(Control.Opened opened, Path path, @Nullable String asked, AskedPart part);
    }

    /**
     * What came of one member.
     *
     * @param <T> kind of result
     * @param folder its folder, as written in {@code groupe.yaml}
     * @param value the result, or null when there is none
     * @param error why there is none, or null
     * @param problems what was wrong then
     */
    public record Outcome<T>(
            String folder, @Nullable T value, @Nullable String error, List<Problem> problems) {
        /** Copies the list. */
        public Outcome {
            problems = List.copyOf(problems);
        }

        /** True when nothing could be told of it: not asked for. */
        public boolean skipped() {
            return value == null && error == null;
        }
    }

    private final Control control;
    private final @Nullable String asked;
    private final AskedPart part;
    private final Progress progress;
    private int done;

    /**
     * Work to come.
     *
     * @param asked referential asked for, which every member is then held against, or null
     * @param part part asked for
     */
    public GroupWork(Control control, @Nullable String asked, AskedPart part, Progress progress) {
        this.control = control;
        this.asked = asked;
        this.part = part;
        this.progress = progress;
    }

    /** Works on every member; what none of them could answer to is refused once, not two hundred times. */
    public <T> List<Outcome<T>> each(Group group, Job<T> job) {
        imposed(group);
        int threads = Math.max(
                1, Math.min(group.members().size(), Runtime.getRuntime().availableProcessors()));
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "membre");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<Outcome<T>>> pending = new ArrayList<>();
            for (String member : group.members()) {
                pending.add(pool.submit(() -> {
                    Outcome<T> result = one(group, member, job);
                    tell(group, member);
                    return result;
                }));
            }
            List<Outcome<T>> members = new ArrayList<>();
            for (Future<Outcome<T>> one : pending) {
                members.add(get(one));
            }
            if (members.stream().allMatch(Outcome::skipped)) {
                throw new CedreException(
                        "--type " + String.join(", ", part.types()) + " : aucun membre du groupe ne déclare ce type.");
            }
            return members;
        } finally {
            pool.shutdownNow();
        }
    }

    /** The referential held against every member, where one is named, must exist and have the part asked for. */
    private void imposed(Group group) {
        String name = asked != null ? asked : group.referential();
        if (name == null) {
            return;
        }
        Referential referential;
        try {
            referential = control.referential(name);
        } catch (CedreException e) {
            String where = asked != null ? "" : Group.FILE + " : ";
            throw new CedreException(where + e.getMessage(), e.problems());
        }
        part.check(referential);
    }

    private synchronized void tell(Group group, String member) {
        done++;
        progress.done(done, group.members().size(), member);
    }

    private <T> Outcome<T> one(Group group, String member, Job<T> job) {
        Path folder = group.folder().resolve(member);
        String name = asked != null ? asked : group.referential();
        try {
            Control.Opened opened = control.open(folder);
            if (!part.concerns(opened.structure())) {
                return new Outcome<>(member, null, null, List.of());
            }
            AskedPart own = new AskedPart(
                    part.types().stream()
                            .filter(t -> new AskedPart(List.of(t), List.of(), List.of()).concerns(opened.structure()))
                            .toList(),
                    part.chapters(),
                    part.specifications());
            return new Outcome<>(member, job.run(opened, folder, name, own), null, List.of());
        } catch (CedreException e) {
            return new Outcome<>(member, null, String.valueOf(e.getMessage()), e.problems());
        }
    }

    private static <T> Outcome<T> get(Future<Outcome<T>> one) {
        try {
            return one.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException defect) {
                throw defect;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
