package fr.cedre.check;

import fr.cedre.dossier.Cell;
import fr.cedre.dossier.Duration;
import fr.cedre.dossier.Field;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.dossier.StructureType;
import fr.cedre.dossier.ValueParser;
import fr.cedre.problem.NearestName;
import fr.cedre.yaml.YamlObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads conditions and date operands of a referential, against the columns of a register; names every unknown column with the nearest one. */
final class ConditionReader {

    private static final Map<String, Predicate.Relation> DATES = Map.of(
            "avant", Predicate.Relation.AT_MOST,
            "apres", Predicate.Relation.AT_LEAST,
            "strictement_avant", Predicate.Relation.BELOW,
            "strictement_apres", Predicate.Relation.ABOVE);
    private static final Map<String, Predicate.Relation> NUMBERS = Map.of(
            "au_moins", Predicate.Relation.AT_LEAST,
            "au_plus", Predicate.Relation.AT_MOST,
            "plus_de", Predicate.Relation.ABOVE,
            "moins_de", Predicate.Relation.BELOW);

    private final Map<String, Parameter> parameters;
    private final Set<String> used = new LinkedHashSet<>();
    private final List<Condition> filters = new ArrayList<>();

    ConditionReader(Map<String, Parameter> parameters) {
        this.parameters = parameters;
    }

    /** True when the filters met ({@code si}) let something through for a type. */
    boolean possibleFor(StructureType type) {
        return filters.stream().allMatch(f -> f.possibleFor(type));
    }

    /** Parameters met since the reader was made. */
    Set<String> used() {
        return used;
    }

    /** Reads the condition under a key, or null when absent. */
    @Nullable
    Condition read(YamlObject parent, String key, @Nullable RegisterSchema schema) {
        Condition condition = parent.object(key).map(o -> condition(o, schema)).orElse(null);
        if (condition != null && key.equals("si")) {
            filters.add(condition);
        }
        return condition;
    }

    private Condition condition(YamlObject o, @Nullable RegisterSchema schema) {
        Condition condition;
        if (o.has("toutes")) {
            condition = combination(Condition.Operator.ALL, o.objects("toutes"), schema);
        } else if (o.has("une_parmi")) {
            condition = combination(Condition.Operator.ANY, o.objects("une_parmi"), schema);
        } else if (o.has("sauf")) {
            if (o.objects("sauf").size() != 1) {
                o.error(
                        "sauf",
                        "« sauf » porte sur une seule condition : employer « toutes » ou « une_parmi » à l'intérieur");
            }
            condition = combination(Condition.Operator.NOT, o.objects("sauf"), schema);
        } else if (o.has("structure")) {
            String state = o.text("est").orElse("renseigne");
            if (!state.equals("renseigne") && !state.equals("vide")) {
                o.error("est", "un champ de structure.yaml est « renseigne » ou « vide »");
            }
            condition = new StructureCondition(o.requiredText("structure"), !state.equals("vide"));
        } else if (o.has("type")) {
            condition = new TypeCondition(
                    o.texts("type").stream().map(StructureType::new).collect(Collectors.toSet()));
        } else if (o.has("duree")) {
            condition = duration(o, schema);
        } else {
            condition = cell(o, schema);
        }
        o.close();
        return condition;
    }

    private Condition combination(
            Condition.Operator operator, List<YamlObject> parts, @Nullable RegisterSchema schema) {
        return new Condition.Combination(
                operator, parts.stream().map(p -> condition(p, schema)).toList());
    }

    private Condition duration(YamlObject o, @Nullable RegisterSchema schema) {
        YamlObject bounds = o.object("duree").orElseThrow();
        Moment from = moment(bounds, "de", schema);
        Moment to = moment(bounds, "a", schema);
        bounds.close();
        for (Map.Entry<String, Predicate.Relation> entry : NUMBERS.entrySet()) {
            if (o.has(entry.getKey())) {
                return new DurationCondition(from, to, entry.getValue(), durationOf(o, entry.getKey()));
            }
        }
        o.error("duree", "« duree » attend au_moins, au_plus, plus_de ou moins_de");
        return new TypeCondition(Set.of());
    }

    private Condition cell(YamlObject o, @Nullable RegisterSchema schema) {
        String column = column(o, "colonne", schema);
        if (schema == null) {
            o.error("colonne", "ici, aucune ligne n'est en vue : la condition porte sur « structure » ou « type »");
        }
        Field.Type type = schema == null || !schema.has(column)
                ? null
                : schema.field(column).type();
        List<Predicate> predicates = new ArrayList<>();
        o.text("est").ifPresent(state -> {
            boolean logical = state.equals("vrai") || state.equals("faux");
            if (logical && type != null && type != Field.Type.BOOLEAN) {
                o.error("est", "« " + column + " » n'est pas une colonne oui/non");
            }
            try {
                predicates.add(new Predicate.Is(Predicate.Is.State.valueOf(state.toUpperCase(Locale.ROOT))));
            } catch (IllegalArgumentException e) {
                o.error("est", "« est » attend renseigne, vide, sans_valeur, vrai ou faux");
            }
        });
        values(o, "vaut").ifPresent(v -> predicates.add(new Predicate.OneOf(Set.copyOf(v), true)));
        values(o, "differe_de").ifPresent(v -> predicates.add(new Predicate.OneOf(Set.copyOf(v), false)));
        values(o, "contient").ifPresent(v -> predicates.add(new Predicate.Contains(v, true)));
        values(o, "contient_un_de").ifPresent(v -> predicates.add(new Predicate.Contains(v, false)));
        knownCodes(o, column, schema);
        integer(o, "compte_au_moins").ifPresent(n -> predicates.add(new Predicate.CountAtLeast(n, false)));
        integer(o, "mots_au_moins").ifPresent(n -> predicates.add(new Predicate.CountAtLeast(n, true)));
        DATES.forEach((key, relation) -> {
            if (o.has(key)) {
                if (type != null && type != Field.Type.DATE && type != Field.Type.YEARMONTH) {
                    o.error(key, "« " + column + " » n'est pas une colonne de date");
                }
                predicates.add(new Predicate.DateCompare(relation, moment(o, key, schema)));
            }
        });
        NUMBERS.forEach((key, relation) -> {
            if (o.has(key)) {
                if (type != null && type != Field.Type.NUMBER && type != Field.Type.INTEGER) {
                    o.error(key, "« " + column + " » n'est pas une colonne de nombres");
                }
                Fraction limit =
                        Fraction.parse(resolved(o.text(key).orElse(""))).orElse(null);
                if (limit == null) {
                    o.error(key, "un nombre ou un paramètre est attendu");
                } else {
                    predicates.add(new Predicate.NumberCompare(
                            relation, limit.numerator() * Cell.UNITS / limit.denominator()));
                }
            }
        });
        if (predicates.isEmpty()) {
            o.error("colonne", "condition sans prédicat : « est », « vaut », « avant »… est attendu");
        }
        return new CellCondition(column, predicates);
    }

    /** A code that the register does not allow can never match: it is an error of the referential. */
    private static void knownCodes(YamlObject o, String column, @Nullable RegisterSchema schema) {
        if (schema == null || !schema.has(column)) {
            return;
        }
        Set<String> codes = schema.field(column).codes();
        for (String key : List.of("vaut", "differe_de", "contient", "contient_un_de")) {
            for (String value : codes.isEmpty() ? List.<String>of() : o.texts(key)) {
                if (!codes.contains(ValueParser.code(value))) {
                    o.error(
                            key,
                            "« " + value + " » n'est pas un code de « " + column + " »"
                                    + NearestName.hint(value, codes));
                }
            }
        }
    }

    private static Optional<List<String>> values(YamlObject o, String key) {
        return o.has(key)
                ? Optional.of(o.texts(key).stream().map(ValueParser::code).toList())
                : Optional.empty();
    }

    private Optional<Integer> integer(YamlObject o, String key) {
        return o.text(key).map(this::resolved).flatMap(text -> {
            if (text.matches("\\d{1,9}")) {
                return Optional.of(Integer.valueOf(text));
            }
            o.error(key, "un nombre entier ou un paramètre est attendu");
            return Optional.empty();
        });
    }

    /** A column name that exists in the register. */
    String column(YamlObject o, String key, @Nullable RegisterSchema schema) {
        String name = o.requiredText(key);
        if (schema != null && !name.isEmpty() && !schema.has(name)) {
            o.error(
                    key,
                    "« " + name + " » n'est pas une colonne de « " + schema.name() + " »"
                            + NearestName.hint(name, schema.columnNames()));
            return schema.fields().get(0).name();
        }
        return name;
    }

    /** A parameter's value, or the text itself. */
    String resolved(String text) {
        Parameter parameter = parameters.get(text);
        if (parameter == null) {
            return text;
        }
        used.add(text);
        return parameter.value();
    }

    /** A duration, written or by parameter. */
    Duration durationOf(YamlObject o, String key) {
        String text = o.text(key).orElse("");
        return Duration.parse(resolved(text)).orElseGet(() -> {
            o.error(
                    key,
                    "durée illisible « " + text + " » : « 30 jours », « 12 mois » ou un paramètre est attendu"
                            + NearestName.hint(text, parameters.keySet()));
            return new Duration(0, Duration.Unit.JOUR);
        });
    }

    /** A date operand. */
    Moment moment(YamlObject o, String key, @Nullable RegisterSchema schema) {
        String text = o.requiredText(key);
        return moment(o, key, text, schema);
    }

    private Moment moment(YamlObject o, String key, String text, @Nullable RegisterSchema schema) {
        String trimmed = text.strip();
        if (trimmed.contains(" ou ")) {
            return combined(Moment.Choice.FIRST, o, key, List.of(trimmed.split(" ou ", -1)), schema);
        }
        int open = trimmed.indexOf('(');
        if (open > 0 && trimmed.endsWith(")")) {
            List<String> parts =
                    List.of(trimmed.substring(open + 1, trimmed.length() - 1).split(",", -1));
            switch (trimmed.substring(0, open)) {
                case "plus_tot" -> {
                    return combined(Moment.Choice.EARLIEST, o, key, parts, schema);
                }
                case "plus_tard" -> {
                    return combined(Moment.Choice.LATEST, o, key, parts, schema);
                }
                default -> o.error(key, "fonction inconnue : plus_tot ou plus_tard est attendu");
            }
        }
        int plus = trimmed.indexOf(" + ");
        int minus = trimmed.indexOf(" - ");
        int cut = plus >= 0 ? plus : minus;
        if (cut > 0) {
            String duration = trimmed.substring(cut + 3).strip();
            Moment base = moment(o, key, trimmed.substring(0, cut), schema);
            Duration by = Duration.parse(resolved(duration)).orElse(null);
            if (by == null) {
                o.error(
                        key,
                        "durée illisible « " + duration + " » : « 30 jours » ou un paramètre est attendu"
                                + NearestName.hint(duration, parameters.keySet()));
                return base;
            }
            return new Moment.Shifted(base, by, plus >= 0);
        }
        return simple(o, key, trimmed, schema);
    }

    private Moment combined(
            Moment.Choice choice, YamlObject o, String key, List<String> parts, @Nullable RegisterSchema schema) {
        return new Moment.Combined(
                choice, parts.stream().map(p -> moment(o, key, p, schema)).toList());
    }

    private Moment simple(YamlObject o, String key, String name, @Nullable RegisterSchema schema) {
        if (name.equals("date_audit")) {
            return new Moment.AuditDate();
        }
        if (name.equals("debut_periode")) {
            return new Moment.PeriodStart();
        }
        if (name.length() == 10 && name.matches("\\d{4}-\\d{2}-\\d{2}")) {
            long day = ValueParser.date(name);
            if (Cell.isValue(day)) {
                return new Moment.Literal(LocalDate.ofEpochDay(day));
            }
        }
        if (schema != null && schema.has(name)) {
            Field.Type type = schema.field(name).type();
            if (type != Field.Type.DATE && type != Field.Type.YEARMONTH) {
                o.error(key, "« " + name + " » n'est pas une colonne de date");
            }
            return new Moment.Column(name);
        }
        List<String> names = new ArrayList<>(List.of("date_audit", "debut_periode"));
        if (schema != null) {
            names.addAll(schema.columnNames());
        }
        o.error(key, "opérande de date inconnu « " + name + " »" + NearestName.hint(name, names));
        return new Moment.AuditDate();
    }
}
