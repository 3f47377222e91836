package fr.cedre.group;

import fr.cedre.dossier.Period;
import fr.cedre.evaluation.AskedPart;
import fr.cedre.evaluation.Control;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.Threshold;
import fr.cedre.problem.CedreException;
import fr.cedre.referential.Referential;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Checks every member of a group, several at a time; the result is in the order of {@code groupe.yaml}, whoever ends first. */
public final class GroupControl {

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

    private final Control control;
    private final Period period;
    private final @Nullable String asked;
    private final AskedPart part;
    private final boolean fingerprints;
    private final Progress progress;
    private int done;

    /**
     * A control.
     *
     * @param asked referential asked for, which every member is then held against, or null
     * @param part part asked for
     * @param fingerprints true to compute the SHA-256 of every file
     */
    public GroupControl(
            Control control,
            Period period,
            @Nullable String asked,
            AskedPart part,
            boolean fingerprints,
            Progress progress) {
        this.control = control;
        this.period = period;
        this.asked = asked;
        this.part = part;
        this.fingerprints = fingerprints;
        this.progress = progress;
    }

    /** Checks the members; what none of them could answer to is refused once, not two hundred times. */
    public GroupResult check(Group group, Threshold threshold) {
        imposed(group);
        int threads = Math.max(
                1, Math.min(group.members().size(), Runtime.getRuntime().availableProcessors()));
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "membre");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<GroupResult.Member>> pending = new ArrayList<>();
            for (String member : group.members()) {
                pending.add(pool.submit(() -> {
                    GroupResult.Member result = one(group, member);
                    tell(group, member);
                    return result;
                }));
            }
            List<GroupResult.Member> members = new ArrayList<>();
            for (Future<GroupResult.Member> one : pending) {
                members.add(get(one));
            }
            if (members.stream().allMatch(GroupResult.Member::skipped)) {
                throw new CedreException(
                        "--type " + String.join(", ", part.types()) + " : aucun membre du groupe ne déclare ce type.");
            }
            return new GroupResult(group, period, threshold, members);
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

    private GroupResult.Member one(Group group, String member) {
        Path folder = group.folder().resolve(member);
        String name = asked != null ? asked : group.referential();
        try {
            Control.Opened opened = control.open(folder);
            if (!part.concerns(opened.structure())) {
                return new GroupResult.Member(member, null, null, List.of());
            }
            AskedPart own = new AskedPart(
                    part.types().stream()
                            .filter(t -> new AskedPart(List.of(t), List.of(), List.of()).concerns(opened.structure()))
                            .toList(),
                    part.chapters(),
                    part.specifications());
            Evaluation evaluation = control.check(opened, name, own, fingerprints);
            return new GroupResult.Member(member, evaluation, null, List.of());
        } catch (CedreException e) {
            return new GroupResult.Member(member, null, String.valueOf(e.getMessage()), e.problems());
        }
    }

    private static GroupResult.Member get(Future<GroupResult.Member> one) {
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
