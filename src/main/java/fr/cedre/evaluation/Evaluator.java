package fr.cedre.evaluation;

import fr.cedre.check.Check;
import fr.cedre.check.CheckRun;
import fr.cedre.check.Finding;
import fr.cedre.check.Level;
import fr.cedre.check.Parameter;
import fr.cedre.check.RunContext;
import fr.cedre.check.Scope;
import fr.cedre.dossier.Cell;
import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.Dossier;
import fr.cedre.dossier.RegisterInfo;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.dossier.Row;
import fr.cedre.dossier.Structure;
import fr.cedre.dossier.StructureType;
import fr.cedre.problem.Location;
import fr.cedre.problem.Problem;
import fr.cedre.referential.Chapter;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Specification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Confronts a folder with a referential: starts every check, streams every register once to all of them, then settles each specification. Holds no rule of its own.
 */
public final class Evaluator {

    private final Referential referential;
    private final Dossier dossier;
    private final Structure structure;
    private final Selection selection;
    private final Equivalences equivalences;
    private final @Nullable LocalDate horizon;
    private final List<SpecificationDue> dues = new ArrayList<>();
    private final List<StructureType> types;
    private final List<Started> started = new ArrayList<>();
    private final List<Started> scope = new ArrayList<>();
    private final Map<String, Set<StructureType>> rowsByType = new HashMap<>();
    private final Map<String, Integer> untyped = new HashMap<>();

    private Evaluator(
            Referential referential,
            Dossier dossier,
            Structure structure,
            Selection selection,
            Equivalences equivalences,
            @Nullable LocalDate horizon) {
        this.horizon = horizon;
        this.referential = referential;
        this.equivalences = equivalences;
        this.dossier = dossier;
        this.structure = structure;
        this.selection = selection;
        this.types = referential.types().stream()
                .filter(structure.types()::contains)
                .filter(t -> selection.types().isEmpty() || selection.types().contains(t))
                .toList();
    }

    /** A unit, its runs and what they may look at. */
    record Started(Unit unit, RunContext context, List<CheckRun> runs, Equivalences equivalences) {}

    /**
     * Evaluates; the caller has verified that the referential covers the types of the structure.
     *
     * @param equivalences identifiers of other referentials whose proofs count
     * @param extras what is wanted beside the results
     * @param horizon last day of the deadlines to tell, or null to tell none
     */
    public static Evaluation evaluate(
            Referential referential,
            Dossier dossier,
            Structure structure,
            Selection selection,
            Equivalences equivalences,
            Extras extras,
            @Nullable LocalDate horizon) {
        return new Evaluator(referential, dossier, structure, selection, equivalences, horizon).run(extras);
    }

    private Evaluation run(Extras extras) {
        new References(referential, dossier, structure, equivalences).check();
        List<Specification> applicable = applicable();
        for (Chapter chapter : referential.chapters()) {
            for (Specification specification : chapter.specifications()) {
                if (selection.takes(chapter, specification)) {
                    start(specification, applicable, started);
                }
            }
        }
        if (selection.chapters().isEmpty() && selection.specifications().isEmpty()) {
            referential.scope().forEach(s -> start(s, applicable, scope));
        }
        Calendar calendar = new Calendar(extras.calendar() ? referential.calendar() : List.of(), dossier);
        stream(calendar);
        Decisions decisions = new Decisions(dossier, structure, referential);
        List<SpecificationResult> results = settle(started, decisions);
        List<SpecificationResult> scopeResults = settle(scope, decisions);
        decisions.unused(selection);
        return new Evaluation(
                referential,
                structure,
                types,
                dossier.period(),
                results,
                scopeResults,
                principles(),
                decisions.judgements(),
                decisions.nonApplicabilities(),
                parameters(),
                dossier.problems().sorted(),
                dossier.evidence(),
                calendar.rhythms(),
                dossier.files(extras.fingerprints()),
                equivalences.unmatched(types),
                dues,
                selection.restricted());
    }

    /** Specifications that address a type under control, whose condition holds and that are not set aside. */
    private List<Specification> applicable() {
        List<Specification> all = new ArrayList<>();
        for (Specification specification : referential.specifications()) {
            boolean addressed =
                    types.stream().anyMatch(t -> specification.variantFor(t).isPresent());
            boolean declared = structure.nonApplicables().stream()
                    .anyMatch(n -> n.specification().equals(specification.id()));
            boolean conditioned = specification.condition() == null
                    || specification.condition().test(context(specification, Set.copyOf(types), List.of()))
                            != fr.cedre.check.Truth.FALSE;
            if (addressed && conditioned && !declared) {
                all.add(specification);
            }
        }
        return all;
    }

    private void start(Specification specification, List<Specification> applicable, List<Started> into) {
        for (Unit unit : Unit.of(specification, types, referential.types())) {
            RunContext context = context(specification, unit.types(), applicable);
            List<CheckRun> runs =
                    unit.checks().stream().map(check -> check.start(context)).toList();
            into.add(new Started(unit, context, runs, equivalences));
        }
    }

    private RunContext context(Specification specification, Set<StructureType> of, List<Specification> applicable) {
        return new RunContext(
                specification.id(),
                specification.gravity(),
                specification.advice(),
                equivalences.serving(specification, of),
                of,
                dossier.period(),
                structure,
                dossier.evidence(),
                dossier.registers(),
                applicable.stream()
                        .filter(s -> s.source()
                                .referential()
                                .equals(specification.source().referential()))
                        .map(Specification::id)
                        .toList(),
                Certificates.rules(referential, specification),
                horizon);
    }

    /** One consumer of rows, with the types it takes. */
    private record Listener(Set<StructureType> types, CheckRun.Subscription subscription) {}

    private void stream(Calendar calendar) {
        Map<String, List<Listener>> listeners = new HashMap<>();
        List<Started> all = new ArrayList<>(started);
        all.addAll(scope);
        for (Started one : all) {
            for (CheckRun run : one.runs()) {
                for (CheckRun.Subscription subscription : run.subscriptions()) {
                    listeners
                            .computeIfAbsent(subscription.register(), r -> new ArrayList<>())
                            .add(new Listener(one.unit().types(), subscription));
                }
            }
        }
        for (CheckRun.Subscription subscription : calendar.subscriptions()) {
            listeners
                    .computeIfAbsent(subscription.register(), r -> new ArrayList<>())
                    .add(new Listener(Set.copyOf(types), subscription));
        }
        for (String register : dossier.readingOrder()) {
            stream(register, listeners.getOrDefault(register, List.of()));
        }
        for (String register : new TreeSet<>(Dictionary.ROOT_FILES)) {
            if (listeners.containsKey(register)) {
                stream(register, listeners.getOrDefault(register, List.of()));
            }
        }
        for (Started one : all) {
            for (CheckRun run : one.runs()) {
                run.finish();
                run.close();
            }
        }
    }

    private void stream(String register, List<Listener> listeners) {
        RegisterInfo info = dossier.registers().get(register);
        if (info == null || !info.readable()) {
            return;
        }
        int typeColumn = info.schema().position(RegisterSchema.TYPE_COLUMN);
        boolean several = structure.types().size() > 1;
        boolean typed = info.columns().contains(RegisterSchema.TYPE_COLUMN);
        Set<StructureType> seen = new HashSet<>();
        rowsByType.put(register, seen);
        Listener[] all = listeners.toArray(new Listener[0]);
        if (!typed && !several) {
            // The usual case: one type, no column to look at.
            dossier.stream(register, row -> {
                if (seen.isEmpty()) {
                    seen.addAll(types);
                }
                for (Listener listener : all) {
                    if (row.inPeriod() || listener.subscription().scope() == Scope.TOUT) {
                        listener.subscription().reader().accept(row);
                    }
                }
            });
            return;
        }
        if (!typed && !Dictionary.ROOT_FILES.contains(register)) {
            dossier.problems()
                    .add(Problem.warning(
                            new Location(info.file(), null, RegisterSchema.TYPE_COLUMN),
                            "colonne « type_structure » absente alors que le dossier porte plusieurs types : chaque ligne compte pour"
                                    + " tous (" + shown(structure.types()) + ")"));
        }
        boolean personal = typed && several && personal(info.schema());
        boolean[] told = new boolean[1];
        dossier.stream(register, row -> {
            boolean written = Cell.isValue(row.value(typeColumn));
            StructureType type =
                    written ? new StructureType(row.text(typeColumn).toUpperCase(Locale.ROOT)) : null;
            if (type == null && personal) {
                setAside(
                        row,
                        info,
                        "ligne sans type, dans un dossier à plusieurs types (" + shown(structure.types())
                                + ") : elle est mise de côté",
                        "lignes sans type");
                return;
            }
            if (type == null) {
                seen.addAll(types);
                if (typed && several && !told[0]) {
                    told[0] = true;
                    dossier.problems()
                            .add(Problem.information(
                                    row.at(RegisterSchema.TYPE_COLUMN),
                                    "ligne sans type : elle est commune aux types du dossier, comme toute autre de ce registre qui n'en"
                                            + " porte pas"));
                }
            } else if (!structure.types().contains(type)) {
                setAside(
                        row,
                        info,
                        "type qui n'est pas déclaré dans structure.yaml (" + shown(structure.types())
                                + ") : la ligne est mise de côté",
                        "types non déclarés");
                return;
            } else {
                seen.add(type);
            }
            for (Listener listener : all) {
                boolean mine = type == null || listener.types().contains(type);
                if (mine && (row.inPeriod() || listener.subscription().scope() == Scope.TOUT)) {
                    listener.subscription().reader().accept(row);
                }
            }
        });
    }

    /** A row whose type is not declared, or missing where it matters, belongs to nobody: it is set aside and the rules that read the register say so. */
    private void setAside(Row row, RegisterInfo info, String message, String kind) {
        untyped.putIfAbsent(info.schema().name(), row.line());
        dossier.problems().addRepeated(Problem.error(row.at(RegisterSchema.TYPE_COLUMN), message), kind);
    }

    /** A register whose rows each belong to one employee, hence to one activity: a row without type is ambiguous there. */
    private static boolean personal(RegisterSchema schema) {
        return schema.name().equals("salaries")
                || schema.foreignKeys().entrySet().stream()
                        .anyMatch(key -> schema.field(key.getKey()).required()
                                && (key.getValue().startsWith("salaries.")
                                        || key.getValue().startsWith("engagements.")));
    }

    private static String shown(List<StructureType> types) {
        return String.join(", ", types.stream().map(StructureType::code).toList());
    }

    private List<SpecificationResult> settle(List<Started> all, Decisions decisions) {
        Map<String, Integer> interrupted = dossier.interruptions();
        List<SpecificationResult> results = new ArrayList<>();
        for (Started one : all) {
            List<Finding> extra = new ArrayList<>();
            Set<String> registers = new TreeSet<>();
            for (int i = 0; i < one.unit().checks().size(); i++) {
                Check check = one.unit().checks().get(i);
                if (!check.gapsStandAlone()
                        && check.registers().stream()
                                .anyMatch(r -> interrupted.containsKey(r) || untyped.containsKey(r))) {
                    // What seems to be missing may stand in the part that was not read.
                    one.runs().get(i).withdrawGaps();
                }
                for (String register : check.registers()) {
                    Integer line = interrupted.get(register);
                    if (line != null) {
                        extra.add(incomplete(
                                check,
                                register,
                                line,
                                "s'est arrêtée à la ligne " + line + " : ce contrôle est incomplet."));
                    }
                    Integer aside = untyped.get(register);
                    if (aside != null) {
                        extra.add(incomplete(
                                check,
                                register,
                                aside,
                                "a mis de côté des lignes au type inconnu, la première ligne " + aside
                                        + " : ce contrôle est incomplet."));
                    }
                    Set<StructureType> present = rowsByType.getOrDefault(register, Set.of());
                    boolean counts = !Dictionary.ROOT_FILES.contains(register)
                            && one.unit().types().stream().anyMatch(present::contains);
                    if (counts) {
                        registers.add(register);
                    }
                }
            }
            SpecificationResult result = new Settlement(one, registers, extra, decisions).result();
            results.add(result);
            if (horizon != null) {
                dues.addAll(SpecificationDue.of(one, result, interrupted.keySet(), untyped.keySet()));
            }
        }
        return results;
    }

    private Finding incomplete(Check check, String register, int line, String what) {
        RegisterInfo info = dossier.registers().get(register);
        String file = info == null ? register : info.file();
        return new Finding(
                check.head().id(),
                Level.A_EXAMINER,
                null,
                register,
                "La lecture de " + file + " " + what,
                "Corrigez cette ligne puis relancez le contrôle.",
                null,
                null,
                Location.of(file, line));
    }

    private List<Evaluation.PrincipleEvidence> principles() {
        List<Evaluation.PrincipleEvidence> listed = new ArrayList<>();
        referential
                .principles()
                .forEach(p -> listed.add(new Evaluation.PrincipleEvidence(
                        p.id(),
                        dossier.evidence().stream()
                                .filter(e -> e.valid()
                                        && (e.cites(p.id())
                                                || e.cites(p.reference().section())))
                                .map(e -> e.ref())
                                .sorted()
                                .distinct()
                                .toList())));
        return listed;
    }

    private List<Parameter> parameters() {
        Set<String> used = new LinkedHashSet<>();
        List<Started> all = new ArrayList<>(started);
        all.addAll(scope);
        for (Started one : all) {
            one.unit().checks().forEach(check -> used.addAll(check.head().parameters()));
        }
        return referential.parameters().values().stream()
                .filter(p -> used.contains(p.name()))
                .toList();
    }
}
