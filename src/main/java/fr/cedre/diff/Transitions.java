package fr.cedre.diff;

import fr.cedre.check.Finding;
import fr.cedre.check.Level;
import fr.cedre.dossier.Evidence;
import fr.cedre.dossier.StructureType;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import fr.cedre.referential.Fate;
import fr.cedre.referential.Link;
import fr.cedre.referential.Passage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what a structure holds under two referentials. */
public final class Transitions {

    private final Evaluation before;
    private final Evaluation after;
    private final List<Evidence> evidence;
    private final Passage passage;
    private final Comparison comparison;

    private Transitions(
            Evaluation before, Evaluation after, List<Evidence> evidence, Passage passage, List<String> notices) {
        this.before = before;
        this.after = after;
        this.evidence = evidence;
        this.passage = passage;
        this.comparison = Comparison.of(before.referential(), after.referential(), passage, notices, after.types());
    }

    /**
     * Compares two evaluations of one folder on one day.
     *
     * @param evidence every proof of the folder
     * @param notices what the files of the way say of themselves
     */
    public static Transition of(
            Evaluation before, Evaluation after, List<Evidence> evidence, Passage passage, List<String> notices) {
        return new Transitions(before, after, evidence, passage, notices).transition();
    }

    private Transition transition() {
        List<Transition.Item> items = new ArrayList<>();
        after.results().forEach(r -> items.add(item(r)));
        return new Transition(comparison, before, after, items, comparison.dropped(), proofs(items));
    }

    private Transition.Item item(SpecificationResult result) {
        List<Link> links = links(result);
        List<Transition.Before> origins = new ArrayList<>();
        Set<String> reasons = new LinkedHashSet<>();
        for (Link link : links) {
            reasons.add(link.why());
            if (link.from() != null) {
                SpecificationResult origin = origin(link.from(), result.type());
                origins.add(new Transition.Before(
                        link.from(),
                        link.whole(),
                        origin == null ? null : origin.status().code()));
            }
        }
        Transition.Category category = category(result, links);
        if (reasons.isEmpty() && category != Transition.Category.SANS_OBJET) {
            reasons.add(Comparison.UNSAID);
        }
        boolean open = result.status() == Status.A_EXAMINER;
        boolean held = category == Transition.Category.ACQUIS || category == Transition.Category.NOUVELLE_DEJA_COUVERTE;
        return new Transition.Item(
                result,
                category,
                fate(links),
                origins,
                String.join(" ", reasons),
                open && held ? reserve(result) : null,
                result.evidence(),
                toComplete(result, links),
                category.toDo() ? toProduce(result) : List.of(),
                action(result));
    }

    private static Fate fate(List<Link> links) {
        Set<Fate> fates =
                links.stream().filter(l -> l.from() != null).map(Link::fate).collect(Collectors.toSet());
        if (fates.isEmpty()) {
            return Fate.NOUVELLE;
        }
        if (fates.contains(Fate.IDENTIQUE)) {
            return Fate.IDENTIQUE;
        }
        return fates.size() > 1 ? Fate.FUSIONNEE : fates.iterator().next();
    }

    /** The links to a result, for the types it is about, each origin once. */
    private List<Link> links(SpecificationResult result) {
        List<StructureType> types = result.type() == null ? after.types() : List.of(result.type());
        Map<String, Link> links = new LinkedHashMap<>();
        for (StructureType type : types) {
            for (Link link : Comparison.links(result.specification().id(), type, passage, before.referential())) {
                links.putIfAbsent(link.from() == null ? "+ " + link.why() : link.from(), link);
            }
        }
        return new ArrayList<>(links.values());
    }

    private @Nullable SpecificationResult origin(String id, @Nullable StructureType type) {
        for (SpecificationResult result : before.results()) {
            boolean same = type == null || result.type() == null || type.equals(result.type());
            if (same && result.specification().id().equals(id)) {
                return result;
            }
        }
        return null;
    }

    private Transition.Category category(SpecificationResult result, List<Link> links) {
        if (result.status() == Status.SANS_OBJET) {
            return Transition.Category.SANS_OBJET;
        }
        boolean inherited = links.stream().anyMatch(l -> l.from() != null);
        if (!inherited) {
            return result.status() != Status.ECART && solid(result)
                    ? Transition.Category.NOUVELLE_DEJA_COUVERTE
                    : Transition.Category.NOUVELLE_A_COUVRIR;
        }
        if (result.status() == Status.CONFORME) {
            return Transition.Category.ACQUIS;
        }
        boolean same = result.status() == Status.A_EXAMINER
                && solid(result)
                && links.stream().anyMatch(l -> {
                    SpecificationResult origin = l.from() == null ? null : origin(l.from(), result.type());
                    return l.whole() && origin != null && solid(origin);
                });
        return same ? Transition.Category.ACQUIS : Transition.Category.A_RENFORCER;
    }

    /** Held, or proven by documents with only a human judgement left to give. */
    private static boolean solid(SpecificationResult result) {
        if (result.status() == Status.CONFORME) {
            return true;
        }
        boolean human = result.specification().selfAssessed()
                || result.findings(Level.A_EXAMINER).isEmpty();
        return result.status() == Status.A_EXAMINER
                && human
                && !result.evidence().isEmpty();
    }

    private static String reserve(SpecificationResult result) {
        if (result.specification().selfAssessed()) {
            return "le niveau reste à donner dans autoevaluation.csv";
        }
        return result.reason() == null ? "reste à juger par une personne" : result.reason();
    }

    /** Proofs that cite an origin covering a part only, and proofs of the specification that do not count. */
    private List<String> toComplete(SpecificationResult result, List<Link> links) {
        Set<String> refs = new TreeSet<>();
        for (Evidence proof : evidence) {
            boolean direct = proof.cites(result.specification().id());
            boolean part = links.stream().anyMatch(l -> l.from() != null && !l.whole() && proof.cites(l.from()));
            boolean whole = links.stream().anyMatch(l -> l.from() != null && l.whole() && proof.cites(l.from()));
            if (proof.valid() ? part : direct || part || whole) {
                refs.add(proof.ref());
            }
        }
        refs.removeAll(result.evidence());
        return new ArrayList<>(refs);
    }

    /** Documents usually shown when nothing counts yet, and registers without which the rules cannot be verified. */
    private List<String> toProduce(SpecificationResult result) {
        Set<String> wanted = new LinkedHashSet<>();
        if (result.evidence().isEmpty()) {
            result.specification().expectedDocuments().stream()
                    .map(code -> after.referential().documents().getOrDefault(code, code))
                    .limit(3)
                    .forEach(wanted::add);
        }
        for (Finding finding : result.findings(Level.A_EXAMINER)) {
            if (finding.source() != null
                    && finding.source().line() == null
                    && !finding.source().file().equals(Evidence.FILE)
                    && finding.object().equals(register(finding.source().file()))) {
                wanted.add(finding.source().file());
            }
        }
        return new ArrayList<>(wanted);
    }

    private static String register(String file) {
        int slash = file.lastIndexOf('/');
        return file.endsWith(".csv") ? file.substring(slash + 1, file.length() - 4) : file;
    }

    private static String action(SpecificationResult result) {
        for (Level level : List.of(Level.ECART, Level.A_EXAMINER)) {
            for (Finding finding : result.findings(level)) {
                if (!finding.advice().isBlank()) {
                    return finding.advice();
                }
            }
        }
        return result.specification().advice();
    }

    private Transition.Proofs proofs(List<Transition.Item> items) {
        Set<String> reusable = new TreeSet<>();
        Set<String> partial = new TreeSet<>();
        for (Transition.Item item : items) {
            if (item.category() != Transition.Category.SANS_OBJET) {
                reusable.addAll(item.reusable());
                partial.addAll(item.toComplete());
            }
        }
        partial.removeAll(reusable);
        Set<String> unused = evidence.stream()
                .filter(Evidence::valid)
                .map(Evidence::ref)
                .collect(Collectors.toCollection(TreeSet::new));
        unused.removeAll(reusable);
        unused.removeAll(partial);
        return new Transition.Proofs(new ArrayList<>(reusable), new ArrayList<>(partial), new ArrayList<>(unused));
    }
}
