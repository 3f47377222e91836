package fr.cedre.evaluation;

import fr.cedre.check.Check;
import fr.cedre.check.CheckRun;
import fr.cedre.check.Finding;
import fr.cedre.check.Gravity;
import fr.cedre.check.Level;
import fr.cedre.check.Measure;
import fr.cedre.check.MeasuringRun;
import fr.cedre.check.Position;
import fr.cedre.check.PositioningRun;
import fr.cedre.check.Truth;
import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.Evidence;
import fr.cedre.dossier.RegisterInfo;
import fr.cedre.dossier.StructureType;
import fr.cedre.problem.Location;
import fr.cedre.referential.Specification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what the checks of one unit found into a status, in the order of contrat § 6. */
final class Settlement {

    /** Check id of « no evidence of any kind ». */
    static final String NO_EVIDENCE = SpecificationResult.NO_EVIDENCE;

    private final Unit unit;
    private final Evaluator.Started started;
    private final Set<String> registers;
    private final Decisions decisions;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Evidence> candidates;
    private final List<String> valid;
    private final @Nullable Position position;
    private long population;

    Settlement(Evaluator.Started started, Set<String> registers, List<Finding> extra, Decisions decisions) {
        this.unit = started.unit();
        this.started = started;
        this.registers = registers;
        this.decisions = decisions;
        Position placed = null;
        for (CheckRun run : started.runs()) {
            findings.addAll(run.findings());
            population += run.population();
            if (run instanceof PositioningRun positioning && placed == null) {
                placed = positioning.position();
            }
        }
        this.position = placed;
        findings.addAll(extra);
        this.candidates =
                started.context().evidence().stream().filter(this::concerns).toList();
        this.valid = new ArrayList<>(new TreeSet<>(
                candidates.stream().filter(Evidence::valid).map(Evidence::ref).collect(Collectors.toSet())));
    }

    /** A proof concerns the specification when it cites it, or when a check of it looks for that nature. */
    private boolean concerns(Evidence evidence) {
        return started.context().cites(evidence)
                || (position != null
                        && position.voices().stream().anyMatch(v -> v.evidence().contains(evidence.ref())))
                || unit.checks().stream().anyMatch(c -> evidence.nature().equals(c.documentNature()));
    }

    SpecificationResult result() {
        Specification specification = unit.specification();
        if (unit.variant() == null) {
            return sansObjet("ne vise pas les structures de type "
                    + unit.types().stream().map(StructureType::code).sorted().collect(Collectors.joining(", ")));
        }
        if (specification.condition() != null && specification.condition().test(started.context()) == Truth.FALSE) {
            String why = specification.conditionAbsent();
            return sansObjet(why == null ? "la condition n'est pas remplie" : why);
        }
        Decisions.NonApplicable declared = decisions.nonApplicable(specification);
        if (declared.applies()) {
            return sansObjet(declared.note());
        }
        if (declared.finding() != null) {
            findings.add(declared.finding());
        }
        evidence();
        return judged(status());
    }

    /** Valid proofs that do not cite the specification but another that corresponds to it in full. */
    private List<SpecificationResult.Reuse> reused() {
        if (started.context().equivalents().isEmpty()) {
            return List.of();
        }
        List<SpecificationResult.Reuse> reused = new ArrayList<>();
        for (Evidence evidence : candidates) {
            if (evidence.valid() && !evidence.cites(unit.specification().id())) {
                started.context().equivalents().stream()
                        .filter(evidence::cites)
                        .forEach(id -> reused.add(new SpecificationResult.Reuse(
                                evidence.ref(), id, started.equivalences().home(id))));
            }
        }
        return reused.stream()
                .distinct()
                .sorted(Comparator.comparing(SpecificationResult.Reuse::evidence)
                        .thenComparing(SpecificationResult.Reuse::specification))
                .toList();
    }

    private SpecificationResult sansObjet(String reason) {
        return new SpecificationResult(
                unit.specification(),
                unit.label(),
                unit.variant() == null
                        ? unit.specification().variants().get(0).requirement()
                        : unit.variant().requirement(),
                Status.SANS_OBJET,
                null,
                List.of(),
                valid,
                List.copyOf(registers),
                reused(),
                null,
                List.of(),
                reason,
                null);
    }

    /** Rule 2: no evidence of any kind is a gap. */
    private void evidence() {
        if (unit.specification().selfAssessed()) {
            return; // people place themselves: nothing is in default
        }
        if (isScope() && !unit.checks().isEmpty()) {
            return; // § 2.2 is about the certificate, not about proofs
        }
        if (!valid.isEmpty() || !registers.isEmpty() || filledField() || unreadRegister()) {
            return;
        }
        if (candidates.stream().allMatch(Evidence::toFill)) {
            List<Finding> declared = findings.stream()
                    .filter(f -> f.check().startsWith(Decisions.PREFIX))
                    .toList();
            findings.clear();
            findings.addAll(declared);
            findings.add(noEvidence(
                    "Aucune preuve d'aucune sorte : ni document valable dans preuves.csv, ni registre rempli.",
                    candidates.isEmpty() ? null : candidates.get(0)));
        } else if (findings.stream().noneMatch(f -> f.level() == Level.ECART)) {
            Evidence first =
                    candidates.stream().filter(e -> !e.toFill()).findFirst().orElse(candidates.get(0));
            if (first.doubtful()) {
                return;
            }
            String defects = first.defects().stream().map(Evidence.Defect::text).collect(Collectors.joining(", "));
            findings.add(noEvidence(
                    "Aucune preuve valable : la preuve " + first.ref() + " ne compte pas (" + defects + ").", first));
        }
    }

    /** A file that is there but could not be read may well hold the proof. */
    private boolean unreadRegister() {
        return unit.checks().stream()
                .flatMap(c -> c.registers().stream())
                .map(name -> started.context().register(name))
                .anyMatch(info -> info.present() && !info.usable());
    }

    /** A field of structure.yaml that a check looks at is evidence too. */
    private boolean filledField() {
        return unit.checks().stream()
                .flatMap(c -> c.fields().stream())
                .anyMatch(path -> started.context().structure().field(path).isPresent());
    }

    private Finding noEvidence(String message, @Nullable Evidence faulty) {
        Specification s = unit.specification();
        return new Finding(
                NO_EVIDENCE,
                Level.ECART,
                s.gravity(),
                s.id(),
                message,
                s.advice(),
                null,
                null,
                faulty == null
                        ? Location.of(Evidence.FILE)
                        : faulty.at(faulty.defects().get(0).column()));
    }

    /** Rules 3 to 5. */
    private Status status() {
        if (findings.stream().anyMatch(f -> f.level() == Level.ECART)) {
            return Status.ECART;
        }
        boolean open = findings.stream().anyMatch(f -> f.level() == Level.A_EXAMINER);
        boolean human = judgementReason() != null;
        if (open || human) {
            return Status.A_EXAMINER;
        }
        if (population == 0 && emptyRegister()) {
            return Status.A_EXAMINER;
        }
        boolean applies = unit.specification().selfAssessed() && !isScope();
        if (population == 0 && !unit.checks().isEmpty() && (valid.isEmpty() || isScope()) && !applies) {
            return Status.SANS_OBJET;
        }
        return Status.CONFORME;
    }

    /** A register with a header and no row verifies nothing, except where no row is good news (complaints, decisions). */
    private boolean emptyRegister() {
        List<RegisterInfo> used = unit.checks().stream()
                .flatMap(c -> c.registers().stream())
                .distinct()
                .filter(name -> !Dictionary.ROOT_FILES.contains(name))
                .map(name -> started.context().register(name))
                .filter(RegisterInfo::readable)
                .toList();
        return registers.isEmpty()
                && used.stream().anyMatch(info -> !info.schema().events());
    }

    private boolean isScope() {
        return unit.checks().stream().allMatch(Check::onCertificate);
    }

    private @Nullable String judgementReason() {
        for (StructureType type : unit.types()) {
            String reason = unit.specification().judgementFor(type);
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }

    private SpecificationResult judged(Status status) {
        Decisions.Judged judged = decisions.judge(unit, status, findings);
        Gravity gravity = null;
        if (judged.status() == Status.ECART) {
            gravity = judged.gravity();
            if (gravity == null) {
                gravity = findings.stream()
                        .filter(f -> f.level() == Level.ECART)
                        .map(f -> f.gravity() == null ? Gravity.MINEURE : f.gravity())
                        .min(Comparable::compareTo)
                        .orElse(unit.specification().gravity());
            }
        }
        String reason = null;
        if (judged.status() == Status.A_EXAMINER) {
            reason = judgementReason();
            if (reason == null && findings.stream().noneMatch(f -> f.level() == Level.A_EXAMINER)) {
                reason = "les registres fournis n'ont aucune ligne à contrôler";
            }
        } else if (judged.status() == Status.SANS_OBJET) {
            reason = judged.reason() == null
                    ? (isScope()
                            ? "aucune certification déclarée dans structure.yaml"
                            : "aucun cas dans la période contrôlée")
                    : judged.reason();
        }
        List<Finding> sorted = new ArrayList<>(new LinkedHashSet<>(findings));
        Collections.sort(sorted);
        List<Measure> measures = new ArrayList<>();
        for (CheckRun run : started.runs()) {
            if (run instanceof MeasuringRun measuring) {
                measures.addAll(measuring.measures());
            }
        }
        return new SpecificationResult(
                unit.specification(),
                unit.label(),
                unit.variant() == null ? "" : unit.variant().requirement(),
                judged.status(),
                gravity,
                sorted,
                valid,
                List.copyOf(registers),
                reused(),
                position,
                measures,
                reason,
                judged.judgement());
    }
}
