package fr.cedre.check;

import fr.cedre.dossier.Duration;
import fr.cedre.dossier.Evidence;
import fr.cedre.dossier.RegisterInfo;
import fr.cedre.problem.Location;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Valid proofs that cite the specification, or of a given nature ({@code document}).
 *
 * @param head head
 * @param nature nature wanted, or null for any proof citing the specification
 * @param contains headings wanted over the valid proofs together
 * @param since oldest validation or review accepted, or null
 * @param absent level when there is none: gap, or to be examined
 * @param atLeast how many
 * @param alone false when another check of the specification says that there is no proof at all
 */
public record DocumentCheck(
        CheckHead head,
        @Nullable String nature,
        List<String> contains,
        @Nullable Duration since,
        Level absent,
        int atLeast,
        boolean alone)
        implements Check {

    /** Copies the list. */
    public DocumentCheck {
        contains = List.copyOf(contains);
    }

    @Override
    public Set<String> registers() {
        return Set.of();
    }

    @Override
    public @Nullable String documentNature() {
        return nature;
    }

    @Override
    public boolean ages() {
        return since != null && contains.isEmpty();
    }

    @Override
    public boolean byRow() {
        return true;
    }

    @Override
    public CheckRun start(RunContext context) {
        return new Run(this, context);
    }

    private static final class Run extends CheckRun {
        private final DocumentCheck check;

        Run(DocumentCheck check, RunContext context) {
            super(check.head(), context);
            this.check = check;
        }

        @Override
        public void finish() {
            RegisterInfo proofs = context().register("preuves");
            if (proofs.present() && !proofs.usable()) {
                registerMissing("preuves");
                return;
            }
            List<Evidence> candidates = context().evidence().stream()
                    .filter(e -> check.nature() == null
                            ? context().cites(e)
                            : e.nature().equals(check.nature()))
                    .toList();
            List<Evidence> valid = candidates.stream().filter(Evidence::valid).toList();
            if (dated() && check.contains().isEmpty()) {
                due(candidates, valid.size());
            }
            if (check.contains().isEmpty() || valid.isEmpty()) {
                if (valid.size() < check.atLeast()) {
                    missing(candidates);
                    return;
                }
                valid.forEach(e -> counted());
                fresh(valid);
                return;
            }
            headings(valid);
        }

        private void missing(List<Evidence> candidates) {
            // A line to fill is not a proof in default: there is no document yet, and this is where to write it.
            List<Evidence> faulty =
                    candidates.stream().filter(e -> !e.valid() && !e.toFill()).toList();
            if (!check.alone()) {
                return;
            }
            if (faulty.isEmpty()) {
                Location place = candidates.stream()
                        .filter(Evidence::toFill)
                        .findFirst()
                        .map(e -> e.at("version"))
                        .orElse(Location.of(Evidence.FILE));
                report(head(), check.absent(), "preuves", Map.of("manquants", "aucun document"), null, null, place);
                return;
            }
            for (Evidence e : faulty) {
                Evidence.Defect first = e.defects().get(0);
                String defects = e.defects().stream().map(Evidence.Defect::text).collect(Collectors.joining(", "));
                String message = "La preuve " + e.ref() + " ne vaut pas à la date du contrôle : " + defects + ".";
                if (e.doubtful()) {
                    unverifiable(e.ref(), message, "Corrigez la cellule signalée.", e.at(first.column()));
                } else {
                    add(new Finding(
                            head().id(),
                            check.absent(),
                            check.absent() == Level.ECART
                                    ? (head().gravity() == null ? context().gravity() : head().gravity())
                                    : null,
                            e.ref(),
                            message,
                            "Complétez la ligne de cette preuve dans preuves.csv (version, validation, date, fichier), ou"
                                    + " référencez-en une autre.",
                            null,
                            null,
                            e.at(first.column())));
                }
            }
        }

        private void fresh(List<Evidence> valid) {
            if (check.since() == null) {
                return;
            }
            LocalDate oldest = check.since().before(context().auditDate());
            Evidence latest = valid.get(0);
            for (Evidence e : valid) {
                if (date(e).isAfter(date(latest))) {
                    latest = e;
                }
            }
            if (date(latest).isBefore(oldest)) {
                report(
                        latest.ref(),
                        Map.of("ref", latest.ref(), "manquants", "aucun document récent"),
                        fr.cedre.dossier.FrenchDates.day(date(latest)),
                        "moins de " + check.since(),
                        latest.at(latest.reviewedOn() == null ? "valide_le" : "revu_le"));
            }
        }

        private static LocalDate date(Evidence e) {
            LocalDate validated = e.validatedOn() == null ? LocalDate.MIN : e.validatedOn();
            return e.reviewedOn() != null && e.reviewedOn().isAfter(validated) ? e.reviewedOn() : validated;
        }

        /** Met while enough of the proofs have not expired and one of these is recent enough. */
        private void due(List<Evidence> candidates, int valid) {
            List<Evidence> counting =
                    candidates.stream().filter(e -> e.valid() || e.expired()).toList();
            List<LocalDate> ends = counting.stream()
                    .map(DocumentCheck.Run::expiry)
                    .sorted((a, b) -> b.compareTo(a))
                    .toList();
            if (ends.size() < check.atLeast() || ends.isEmpty()) {
                return;
            }
            LocalDate last = ends.get(Math.max(1, check.atLeast()) - 1);
            Evidence latest = null;
            LocalDate fresh = LocalDate.MIN;
            for (Evidence e : counting) {
                LocalDate end = check.since() == null
                        ? expiry(e)
                        : earlier(check.since().lastDayFor(date(e)), expiry(e));
                if (latest == null || end.isAfter(fresh)) {
                    latest = e;
                    fresh = end;
                }
            }
            LocalDate until = earlier(last, fresh);
            boolean open = valid >= check.atLeast() || candidates.stream().noneMatch(Evidence::doubtful);
            if (latest != null && (open || !until.isBefore(context().auditDate()))) {
                due(until, latest.ref(), null, latest.at(null));
            }
        }

        private static LocalDate earlier(LocalDate a, LocalDate b) {
            return a.isBefore(b) ? a : b;
        }

        private static LocalDate expiry(Evidence e) {
            return e.expiresOn() == null ? LocalDate.MAX : e.expiresOn();
        }

        private void headings(List<Evidence> valid) {
            Set<String> found = new LinkedHashSet<>();
            List<Evidence> described = new ArrayList<>();
            for (Evidence e : valid) {
                counted();
                found.addAll(e.contains());
                if (e.containsKnown()) {
                    described.add(e);
                }
            }
            List<String> missing =
                    check.contains().stream().filter(c -> !found.contains(c)).toList();
            if (missing.isEmpty()) {
                return;
            }
            Evidence pointed = described.isEmpty() ? valid.get(0) : described.get(0);
            if (described.isEmpty()) {
                unverifiable(
                        pointed.ref(),
                        "Les rubriques de la preuve " + pointed.ref()
                                + " ne sont pas indiquées (colonne « contient »).",
                        "Notez dans la colonne « contient » les rubriques présentes : "
                                + String.join(", ", check.contains()) + ".",
                        pointed.at("contient"));
                return;
            }
            report(
                    pointed.ref(),
                    Map.of("ref", pointed.ref(), "manquants", String.join(", ", missing)),
                    (check.contains().size() - missing.size()) + "/"
                            + check.contains().size(),
                    check.contains().size() + "/" + check.contains().size(),
                    pointed.at("contient"));
        }
    }
}
