package fr.cedre.review;

import fr.cedre.deadline.DeadlineRules;
import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.FrenchDates;
import fr.cedre.dossier.Period;
import fr.cedre.evaluation.AskedPart;
import fr.cedre.evaluation.Control;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.Extras;
import fr.cedre.evaluation.Gap;
import fr.cedre.evaluation.Sight;
import fr.cedre.problem.CedreException;
import fr.cedre.problem.Location;
import fr.cedre.problem.Problem;
import fr.cedre.problem.Problems;
import fr.cedre.referential.CheckFamily;
import fr.cedre.referential.Library;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Specification;
import fr.cedre.referential.Succession;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks a folder, and compares with what was kept of the years before. */
public final class Reviewer {

    private final Library library;
    private final Dictionary dictionary;
    private final Period period;
    private final String toolVersion;
    private final LocalDate horizon;
    private final DeadlineRules rules;

    /**
     * Reviews to come.
     *
     * @param period controlled period; its end is the audit date
     * @param toolVersion version of cedre
     * @param horizon last day whose deadlines are listed
     */
    public Reviewer(Library library, Dictionary dictionary, Period period, String toolVersion, LocalDate horizon) {
        this.library = library;
        this.dictionary = dictionary;
        this.period = period;
        this.toolVersion = toolVersion;
        this.horizon = horizon;
        this.rules = DeadlineRules.read(library, dictionary);
    }

    /**
     * Reviews an open folder.
     *
     * @param path where it stands
     * @param asked referential asked for, or null for its own
     * @param part part asked for
     * @param imposed what to compare with, or null for the latest photograph of the folder
     */
    public Review review(
            Control.Opened opened, Path path, @Nullable String asked, AskedPart part, @Nullable Photograph imposed) {
        Control control = new Control(library, dictionary, period);
        Evaluation evaluation = control.check(opened, asked, part, Extras.FINGERPRINTS, horizon);
        Photograph now = Photograph.of(evaluation, toolVersion);
        Problems problems = new Problems();
        List<Photograph> line = line(path, evaluation.referential().id(), imposed, problems);
        otherNames(line, evaluation.structure().name(), problems);
        Photograph reference = line.isEmpty() ? null : line.get(line.size() - 1);
        Map<String, Succession> known = new HashMap<>();
        String name = asked != null ? asked : evaluation.structure().referential();
        Function<String, Succession> successions =
                id -> known.computeIfAbsent(id, from -> succession(from, name, evaluation));
        Families families = families(evaluation.referential());
        List<Alignment> past = new ArrayList<>();
        for (int i = line.size() - 1; i >= 0; i--) {
            past.add(new Alignment(line.get(i), successions.apply(line.get(i).referential()), families));
        }
        Set<String> declared = new HashSet<>();
        evaluation.structure().types().forEach(t -> declared.add(t.code()));
        List<GapChange> changes =
                new Following(now, past, families, declared, start -> stretched(path, asked, part, start)).changes();
        changes = new LostRows(opened.dossier()).told(changes);
        List<Photograph> all = new ArrayList<>(line);
        all.add(now);
        Succession last = reference == null ? null : successions.apply(reference.referential());
        return new Review(
                evaluation,
                reference == null ? null : reference.head(),
                last == null ? Succession.Basis.MEME_REFERENTIEL : last.basis(),
                last == null ? List.of() : last.notices(),
                line.stream().map(Photograph::head).toList(),
                changes,
                Trend.of(all, evaluation.referential(), successions),
                Agenda.of(evaluation, opened.dossier(), rules, horizon),
                problems.sorted(),
                null);
    }

    /** The photographs that count, the reference last: never the run of the day itself, unless there is no other. */
    private List<Photograph> line(Path path, String referential, @Nullable Photograph imposed, Problems problems) {
        LocalDate day = period.end();
        List<Photograph> all = History.read(path, day, problems);
        if (imposed != null) {
            if (imposed.period().end().isAfter(day)) {
                throw new CedreException("--reference est un contrôle au "
                        + FrenchDates.day(imposed.period().end()) + ", postérieur à la date de la revue ("
                        + FrenchDates.day(day) + ") : on compare avec ce qui précède.");
            }
            List<Photograph> before = all.stream()
                    .filter(p -> p.period().end().isBefore(imposed.period().end()))
                    .toList();
            List<Photograph> line = new ArrayList<>(History.line(before, imposed.referential()));
            line.add(imposed);
            return line;
        }
        List<Photograph> line = History.line(all, referential);
        List<Photograph> earlier =
                line.stream().filter(p -> p.period().end().isBefore(day)).toList();
        if (earlier.isEmpty()) {
            return line;
        }
        for (Photograph photograph : line.subList(earlier.size(), line.size())) {
            problems.add(Problem.information(
                    Location.of(photograph.file()),
                    "photographie du jour même : la précédente sert de référence (--reference pour choisir celle-ci)"));
        }
        return earlier;
    }

    /** A photograph taken under another name may be another structure's: it is said, as a structure may also have changed names. */
    private static void otherNames(List<Photograph> line, String name, Problems problems) {
        for (Photograph photograph : line) {
            if (!photograph.structure().isEmpty() && !photograph.structure().equals(name)) {
                problems.add(Problem.warning(
                        Location.of(photograph.file()),
                        "cette photographie porte un autre nom de structure : est-ce bien le même dossier ?"));
            }
        }
    }

    private Succession succession(String from, @Nullable String name, Evaluation evaluation) {
        Library beside = name == null ? library : library.beside(name);
        return Succession.between(beside, dictionary, from, evaluation.referential(), evaluation.types());
    }

    /** The gaps of the day over a period that starts earlier. */
    private List<Gap> stretched(Path path, @Nullable String asked, AskedPart part, LocalDate start) {
        if (!start.isBefore(period.start())) {
            return List.of();
        }
        Control control = new Control(library, dictionary, new Period(start, period.end()));
        return Gap.of(control.check(control.open(path), asked, part, Extras.NONE));
    }

    private static Families families(Referential referential) {
        Map<String, Specification> all = new HashMap<>();
        referential.scope().forEach(s -> all.put(s.id(), s));
        referential.specifications().forEach(s -> all.put(s.id(), s));
        return new Families() {
            @Override
            public CheckFamily of(String id, String check) {
                Specification specification = all.get(id);
                return Sight.general(check)
                        ? new CheckFamily(Set.of(check), true, Set.of())
                        : specification == null ? CheckFamily.UNKNOWN : specification.family(check);
            }

            @Override
            public boolean selfAssessed(String id) {
                Specification specification = all.get(id);
                return specification != null && specification.selfAssessed();
            }
        };
    }
}
