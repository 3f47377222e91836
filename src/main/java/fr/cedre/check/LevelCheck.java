package fr.cedre.check;

import fr.cedre.dossier.Cell;
import fr.cedre.dossier.Duration;
import fr.cedre.dossier.Evidence;
import fr.cedre.dossier.Field;
import fr.cedre.dossier.FrenchDates;
import fr.cedre.dossier.Row;
import fr.cedre.problem.Location;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The level that people give themselves on an objective ({@code niveau}), from {@code autoevaluation.csv}: one row per objective and voice, the
 * most recent one of each voice counting. The level retained is the lower median of the voices: with two voices, the lower.
 *
 * @param head head
 * @param defect what is looked for
 * @param scale the levels
 * @param rank for {@code SOUS_MINIMUM} the lowest level accepted, for {@code SANS_PREUVE} the lowest that needs a proof
 * @param count for {@code DIVERGENCE} the difference that is reported, for {@code VOIX_INSUFFISANTES} the voices wanted
 * @param since for {@code ANCIEN}: age accepted, or null
 */
public record LevelCheck(
        CheckHead head,
        Defect defect,
        Scale scale,
        int rank,
        int count,
        @Nullable Duration since) implements Check {

    /** The register levels are read from. */
    public static final String REGISTER = "autoevaluation";

    /** What may be wrong with a level. */
    public enum Defect {
        /** No voice gave a level. */
        NON_EVALUE,
        /** The level retained is below a minimum. */
        SOUS_MINIMUM,
        /** A level is claimed and no valid proof supports it. */
        SANS_PREUVE,
        /** Voices are far apart. */
        DIVERGENCE,
        /** Too few voices spoke. */
        VOIX_INSUFFISANTES,
        /** The level retained is below the one aimed at. */
        SOUS_CIBLE,
        /** The last word is too old. */
        ANCIEN
    }

    @Override
    public Set<String> registers() {
        return Set.of(REGISTER);
    }

    @Override
    public boolean ages() {
        return defect == Defect.ANCIEN;
    }

    @Override
    public CheckRun start(RunContext context) {
        return new Run(this, context);
    }

    private static final class Run extends CheckRun implements PositioningRun {
        private final LevelCheck check;
        private final Map<String, Position.Voice> voices = new TreeMap<>();
        private final boolean readable;
        private final int objectiveAt;
        private final int voiceAt;
        private final Field voice;
        private final int levelAt;
        private final int targetAt;
        private final int evidenceAt;
        private final int dateAt;
        private @Nullable Location first;
        private final Map<String, Unreadable> unreadable = new TreeMap<>();
        private boolean doubtful;
        private @Nullable Position position;

        /** A level that is none of the scale's, and when it was given. */
        private record Unreadable(int line, @Nullable LocalDate on) {}

        Run(LevelCheck check, RunContext context) {
            super(check.head(), context);
            this.check = check;
            var schema = context.register(REGISTER).schema();
            this.objectiveAt = schema.position("objectif");
            this.voiceAt = schema.position("voix");
            this.voice = schema.field("voix");
            this.levelAt = schema.position("niveau");
            this.targetAt = schema.position("cible");
            this.evidenceAt = schema.position("preuves");
            this.dateAt = schema.position("evalue_le");
            boolean absent = !context.register(REGISTER).present();
            this.readable = absent || read(REGISTER, Scope.TOUT, this::accept);
        }

        private void accept(Row row) {
            if (!row.text(objectiveAt).equals(context().specification())) {
                return;
            }
            long written = row.value(levelAt);
            if (written == Cell.ABSENT) {
                doubtful = true;
                absentColumn(REGISTER, "niveau");
                return;
            }
            if (first == null) {
                first = row.at("niveau");
            }
            if (written == Cell.EMPTY) {
                return; // this voice did not take position
            }
            LocalDate on = Cell.isValue(row.value(dateAt)) ? LocalDate.ofEpochDay(row.value(dateAt)) : null;
            List<String> cited = Cell.isValue(row.value(evidenceAt)) ? row.identifiers(evidenceAt) : List.of();
            if (row.text(voiceAt).isEmpty()) {
                doubtful = true;
                unverifiable(
                        context().specification(),
                        "Ligne " + row.line() + " : on ne sait pas quelle voix donne ce niveau.",
                        "Écrivez dans la colonne « voix » quel groupe s'exprime.",
                        row.at("voix"));
                return;
            }
            String name = voice.known(row.text(voiceAt));
            int rank = check.scale().rank(row.text(levelAt));
            if (rank < 0) {
                unreadable.put(name, new Unreadable(row.line(), on));
                return;
            }
            int target = -1;
            if (Cell.isValue(row.value(targetAt))) {
                target = check.scale().rank(row.text(targetAt));
                if (target < 0 && check.defect() == Defect.SOUS_CIBLE) {
                    off(row.line(), "cible");
                }
            }
            Position.Voice said = new Position.Voice(name, rank, target, on, cited, row.line());
            Position.Voice before = voices.get(name);
            if (before == null || later(said, before)) {
                voices.put(name, said);
            }
        }

        private static boolean later(Position.Voice voice, Position.Voice before) {
            if (voice.on() == null || before.on() == null) {
                return before.on() == null;
            }
            return !voice.on().isBefore(before.on());
        }

        private void off(int line, String column) {
            unverifiable(
                    context().specification(),
                    "Ligne " + line + " : la colonne « " + column + " » n'est pas un niveau de l'échelle ("
                            + String.join(", ", check.scale().codes()) + ").",
                    "Écrivez l'un des niveaux de l'échelle, par son numéro.",
                    Location.of(context().register(REGISTER).file(), line, column));
        }

        @Override
        public @Nullable Position position() {
            return position;
        }

        @Override
        public void finish() {
            if (!readable) {
                return;
            }
            // What a voice wrote before, and said again since, no longer matters.
            unreadable.forEach((name, bad) -> {
                Position.Voice good = voices.get(name);
                boolean since = good != null
                        && good.on() != null
                        && bad.on() != null
                        && good.on().isAfter(bad.on());
                if (!since) {
                    doubtful = true;
                    off(bad.line(), "niveau");
                }
            });
            if (!voices.isEmpty()) {
                List<Integer> ranks = voices.values().stream()
                        .map(Position.Voice::rank)
                        .sorted()
                        .toList();
                int target = voices.values().stream()
                        .mapToInt(Position.Voice::target)
                        .max()
                        .orElse(-1);
                position = new Position(
                        check.scale(), new ArrayList<>(voices.values()), ranks.get((ranks.size() - 1) / 2), target);
                counted();
            }
            if (doubtful) {
                return;
            }
            Position known = position;
            if (known == null) {
                absent();
            } else {
                judge(known);
            }
        }

        /** Nobody spoke: said once, by the check made for it, and by a minimum that cannot be told. */
        private void absent() {
            Location place =
                    first == null ? Location.of(context().register(REGISTER).file()) : first;
            if (check.defect() == Defect.NON_EVALUE) {
                report(context().specification(), Map.of(), null, null, place);
            } else if (check.defect() == Defect.SOUS_MINIMUM) {
                unverifiable(
                        context().specification(),
                        "Aucun niveau n'est donné pour cet objectif dans autoevaluation.csv : contrôle impossible.",
                        "Faites évaluer cet objectif, une ligne par voix.",
                        place);
            }
        }

        private void judge(Position known) {
            switch (check.defect()) {
                case NON_EVALUE -> {}
                case SOUS_MINIMUM -> {
                    if (known.retained() < check.rank()) {
                        report(known, voiceAt(known, known.retained()), code(known.retained()), code(check.rank()));
                    }
                }
                case SANS_PREUVE -> unproven(known);
                case DIVERGENCE -> {
                    int gap = known.highest() - known.lowest();
                    if (gap >= check.count()) {
                        report(
                                known,
                                voiceAt(known, known.lowest()),
                                Integer.toString(gap),
                                "moins de " + check.count());
                    }
                }
                case VOIX_INSUFFISANTES -> {
                    int n = known.voices().size();
                    if (n < check.count()) {
                        report(known, known.voices().get(0), Integer.toString(n), Integer.toString(check.count()));
                    }
                }
                case SOUS_CIBLE -> {
                    if (known.toImprove()) {
                        report(known, voiceAt(known, known.retained()), code(known.retained()), code(known.target()));
                    }
                }
                case ANCIEN -> old(known);
            }
        }

        private void unproven(Position known) {
            if (known.retained() < check.rank() || known.voices().isEmpty()) {
                return;
            }
            Set<String> valid = context().evidence().stream()
                    .filter(Evidence::valid)
                    .map(Evidence::ref)
                    .collect(Collectors.toSet());
            boolean cited =
                    known.voices().stream().flatMap(v -> v.evidence().stream()).anyMatch(valid::contains);
            boolean filed = context().evidence().stream()
                    .anyMatch(e -> e.valid() && context().cites(e));
            if (!cited && !filed) {
                report(known, voiceAt(known, known.retained()), code(known.retained()), null);
            }
        }

        private void old(Position known) {
            LocalDate latest = known.latest();
            if (latest == null || check.since() == null) {
                return;
            }
            Position.Voice voice = known.voices().stream()
                    .filter(v -> latest.equals(v.on()))
                    .findFirst()
                    .orElse(known.voices().get(0));
            if (dated()) {
                String file = context().register(REGISTER).file();
                Location place = Location.of(file, voice.line(), "evalue_le");
                due(check.since().lastDayFor(latest), context().specification(), null, place);
            }
            if (latest.isBefore(check.since().before(context().auditDate()))) {
                report(known, voice, FrenchDates.day(latest), "moins de " + check.since());
            }
        }

        private static Position.Voice voiceAt(Position known, int rank) {
            return known.voices().stream()
                    .filter(v -> v.rank() == rank)
                    .findFirst()
                    .orElse(known.voices().get(0));
        }

        private String code(int rank) {
            return rank < 0 ? "?" : check.scale().step(rank).code();
        }

        private void report(
                Position known, Position.Voice voice, @Nullable String measure, @Nullable String threshold) {
            LocalDate latest = known.latest();
            Map<String, String> values = new HashMap<>();
            values.put("niveau", code(known.retained()));
            values.put("cible", code(known.target()));
            values.put("plus_bas", code(known.lowest()));
            values.put("plus_haut", code(known.highest()));
            values.put("minimum", code(check.rank()));
            values.put("nombre", Integer.toString(known.voices().size()));
            values.put("voix", known.voices().stream().map(Position.Voice::name).collect(Collectors.joining(", ")));
            values.put("date", latest == null ? "?" : FrenchDates.day(latest));
            report(
                    context().specification(),
                    values,
                    measure,
                    threshold,
                    Location.of(context().register(REGISTER).file(), voice.line(), "niveau"));
        }
    }
}
