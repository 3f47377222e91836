package fr.cedre.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects problems while a folder is read. A defect repeated over a whole column is kept {@value #PER_GROUP} times, then counted, so that
 * a hostile file of ten million bad cells still gives a report of bounded size. Two threads may add: one reads, one checks.
 */
public final class Problems {

    /** How many problems of one group (file, column, kind) are listed one by one. */
    public static final int PER_GROUP = 20;

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();

    /** Adds a problem that stands alone. */
    public synchronized void add(Problem problem) {
        problems.add(problem);
    }

    /** Adds all problems. */
    public synchronized void addAll(Collection<Problem> others) {
        problems.addAll(others);
    }

    /**
     * Adds a problem that may be repeated on many lines.
     *
     * @param kind what is repeated, in French, plural, for the closing count ("valeurs illisibles")
     */
    public synchronized void addRepeated(Problem problem, String kind) {
        Location where = problem.location();
        Group group = groups.computeIfAbsent(
                where.file() + '\u0000' + where.column() + '\u0000' + kind, key -> new Group(problem, kind));
        if (group.count++ < PER_GROUP) {
            problems.add(problem);
            group.last = problem;
        }
    }

    /** True when a file was set aside whole: exit code 2. */
    public synchronized boolean anyUnusable() {
        return problems.stream().anyMatch(Problem::unusable);
    }

    /** All problems in a stable order: file, line, column, severity, message. */
    public synchronized List<Problem> sorted() {
        List<Problem> all = new ArrayList<>(problems);
        Collections.sort(all);
        for (Group group : groups.values()) {
            int rest = group.count - PER_GROUP;
            if (rest > 0) {
                // Placed after the last one listed, which it continues.
                Location where = group.last.location();
                all.add(
                        all.indexOf(group.last) + 1,
                        new Problem(
                                group.last.severity(),
                                new Location(where.file(), null, where.column()),
                                "et " + rest + " autres " + group.kind + " dans cette colonne, non détaillées",
                                false));
            }
        }
        return Collections.unmodifiableList(all);
    }

    private static final class Group {
        private Problem last;
        private final String kind;
        private int count;

        Group(Problem first, String kind) {
            this.last = first;
            this.kind = kind;
        }
    }
}
