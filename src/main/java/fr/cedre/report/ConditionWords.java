package fr.cedre.report;

import fr.cedre.check.CadenceCheck;
import fr.cedre.check.CellCondition;
import fr.cedre.check.Check;
import fr.cedre.check.Condition;
import fr.cedre.check.CoverageCheck;
import fr.cedre.check.DuplicateCheck;
import fr.cedre.check.DurationCondition;
import fr.cedre.check.Moment;
import fr.cedre.check.Predicate;
import fr.cedre.check.PresenceCheck;
import fr.cedre.check.RowCheck;
import fr.cedre.check.ShareCheck;
import fr.cedre.check.StructureCondition;
import fr.cedre.check.ThemesCheck;
import fr.cedre.check.TypeCondition;
import fr.cedre.check.UniformityCheck;
import fr.cedre.dossier.Cell;
import fr.cedre.dossier.StructureType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions of a referential in French, columns under the names they bear in the files: what a person must write is then plain. */
final class ConditionWords {

    private ConditionWords() {}

    /** Which rows a check looks at, and what it wants of them; nothing for a kind that has neither. */
    static List<String> of(Check check) {
        List<String> words = new ArrayList<>();
        if (check instanceof RowCheck row) {
            concerned(row.when(), words);
            words.add("Attendu : " + of(row.require()) + ".");
        } else if (check instanceof ShareCheck share) {
            concerned(share.when(), words);
            words.add("Attendu : " + of(share.require()) + ".");
        } else if (check instanceof PresenceCheck presence) {
            concerned(presence.when(), words);
        } else if (check instanceof CadenceCheck cadence) {
            concerned(cadence.when(), words);
        } else if (check instanceof UniformityCheck uniformity) {
            concerned(uniformity.when(), words);
        } else if (check instanceof ThemesCheck themes) {
            concerned(themes.when(), words);
        } else if (check instanceof DuplicateCheck duplicate) {
            concerned(duplicate.when(), words);
        } else if (check instanceof CoverageCheck coverage) {
            concerned(coverage.from().when(), words);
            for (CoverageCheck.By by : coverage.by()) {
                if (by.when() != null) {
                    words.add("Compte dans " + by.register() + ".csv : " + of(by.when()) + ".");
                }
            }
            window(coverage, words);
        }
        return words;
    }

    private static void concerned(@Nullable Condition when, List<String> words) {
        if (when != null) {
            words.add("Lignes concernées : " + of(when) + ".");
        }
    }

    private static void window(CoverageCheck coverage, List<String> words) {
        List<String> bounds = new ArrayList<>();
        if (coverage.windowStart() != null) {
            bounds.add("pas avant " + moment(coverage.windowStart()));
        }
        if (coverage.windowEnd() != null) {
            bounds.add("au plus tard " + moment(coverage.windowEnd()));
        }
        if (!bounds.isEmpty()) {
            words.add("Délai : " + String.join(", ", bounds) + ".");
        }
    }

    /** A condition, without full stop. */
    static String of(Condition condition) {
        if (condition instanceof CellCondition cell) {
            List<String> all = cell.predicates().stream()
                    .map(p -> predicate(cell.column(), p))
                    .toList();
            return String.join(" et ", all);
        }
        if (condition instanceof DurationCondition duration) {
            return "durée de " + bound(duration.relation(), duration.limit().toString()) + ", "
                    + joined("de", "du", duration.from()) + " " + joined("jusqu'à", "jusqu'au", duration.to());
        }
        if (condition instanceof StructureCondition structure) {
            return "structure.yaml " + (structure.filled() ? "donne " : "ne donne pas ") + structure.path();
        }
        if (condition instanceof TypeCondition type) {
            return "type "
                    + either(type.types().stream()
                            .map(StructureType::code)
                            .sorted()
                            .toList());
        }
        Condition.Combination combination = (Condition.Combination) condition;
        List<String> parts = combination.parts().stream()
                .map(p -> p instanceof Condition.Combination
                                && combination.parts().size() > 1
                        ? "(" + of(p) + ")"
                        : of(p))
                .toList();
        return switch (combination.operator()) {
            case ALL -> String.join(" ; et ", parts);
            case ANY -> String.join(" ; ou ", parts);
            case NOT -> "sauf si " + parts.get(0);
        };
    }

    private static String predicate(String column, Predicate predicate) {
        if (predicate instanceof Predicate.Is is) {
            return column
                    + switch (is.state()) {
                        case RENSEIGNE -> " est rempli";
                        case VIDE -> " est vide";
                        case SANS_VALEUR -> " est vide ou n'existe pas";
                        case VRAI -> " vaut oui";
                        case FAUX -> " vaut non";
                    };
        }
        if (predicate instanceof Predicate.OneOf one) {
            List<String> values = one.values().stream().sorted().toList();
            return column
                    + (one.wanted()
                            ? " vaut " + either(values)
                            : values.size() == 1
                                    ? " ne vaut pas " + values.get(0)
                                    : " ne vaut ni " + String.join(" ni ", values));
        }
        if (predicate instanceof Predicate.Contains contains) {
            return column + " contient "
                    + (contains.all() ? French.list(contains.values()) : either(contains.values()));
        }
        if (predicate instanceof Predicate.CountAtLeast count) {
            return column + " compte " + French.count(count.minimum(), count.words() ? "mot" : "valeur") + " au moins";
        }
        if (predicate instanceof Predicate.DateCompare date) {
            return column
                    + switch (date.relation()) {
                        case AT_MOST -> " ne dépasse pas ";
                        case AT_LEAST -> " n'est pas avant ";
                        case BELOW -> " est avant ";
                        case ABOVE -> " est après ";
                    }
                    + moment(date.moment());
        }
        Predicate.NumberCompare number = (Predicate.NumberCompare) predicate;
        String limit = BigDecimal.valueOf(number.limit())
                .divide(BigDecimal.valueOf(Cell.UNITS))
                .stripTrailingZeros()
                .toPlainString()
                .replace('.', ',');
        return column + " vaut " + bound(number.relation(), limit);
    }

    private static String bound(Predicate.Relation relation, String limit) {
        return switch (relation) {
            case AT_MOST -> limit + " au plus";
            case AT_LEAST -> limit + " au moins";
            case BELOW -> "moins de " + limit;
            case ABOVE -> "plus de " + limit;
        };
    }

    private static String moment(@Nullable Moment moment) {
        if (moment instanceof Moment.Column column) {
            return column.name();
        }
        if (moment instanceof Moment.AuditDate) {
            return "le jour du contrôle";
        }
        if (moment instanceof Moment.PeriodStart) {
            return "le début de la période contrôlée";
        }
        if (moment instanceof Moment.Literal literal) {
            return "le " + French.date(literal.date());
        }
        if (moment instanceof Moment.Shifted shifted) {
            return shifted.by() + (shifted.later() ? " après " : " avant ") + moment(shifted.base());
        }
        Moment.Combined combined = (Moment.Combined) java.util.Objects.requireNonNull(moment);
        List<String> parts =
                combined.parts().stream().map(ConditionWords::moment).toList();
        return switch (combined.choice()) {
            case FIRST -> String.join(" (à défaut, ", parts) + ")".repeat(parts.size() - 1);
            case EARLIEST -> String.join(" (ou ", parts) + ", s'il vient avant)".repeat(parts.size() - 1);
            case LATEST -> String.join(" (ou ", parts) + ", s'il vient après)".repeat(parts.size() - 1);
        };
    }

    /** A preposition and a date: {@code de debut}, {@code du jour du contrôle}. */
    private static String joined(String alone, String contracted, Moment moment) {
        String text = moment(moment);
        return text.startsWith("le ") ? contracted + text.substring(2) : alone + " " + text;
    }

    /** {@code a}, {@code a ou b}, {@code a, b ou c}. */
    private static String either(Collection<String> values) {
        List<String> all = List.copyOf(values);
        int last = all.size() - 1;
        return last < 1 ? String.join("", all) : String.join(", ", all.subList(0, last)) + " ou " + all.get(last);
    }
}
