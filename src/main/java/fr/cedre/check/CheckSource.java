package fr.cedre.check;

import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.Duration;
import fr.cedre.dossier.Field;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.dossier.StructureType;
import fr.cedre.problem.NearestName;
import fr.cedre.yaml.YamlObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one check is read from: typed access to its keys, with a problem at its line for each that means nothing. */
final class CheckSource {

    /** Placeholders that kinds fill themselves. */
    private static final Set<String> OWN_PLACEHOLDERS = Set.of(
            "mesure",
            "seuil",
            "manquants",
            "valeur",
            "valeurs",
            "nombre",
            "attendu",
            "autre",
            "jours",
            "mois",
            "effectif",
            "couverts",
            "manque",
            "requis",
            "source",
            "precedente",
            "date",
            "ecart",
            "maximum",
            "rythme",
            "liste",
            "decision_le",
            "expire_le",
            "referentiel",
            "precedent",
            "objectif",
            "debut",
            "fin",
            "ref",
            "id_salarie",
            "niveau",
            "cible",
            "plus_bas",
            "plus_haut",
            "minimum",
            "voix");

    private final YamlObject o;
    private final boolean nested;
    private final Dictionary dictionary;
    private final Set<StructureType> types;
    private final ConditionReader conditions;

    CheckSource(
            YamlObject o,
            boolean nested,
            Dictionary dictionary,
            Map<String, Parameter> parameters,
            Set<StructureType> types) {
        this.o = o;
        this.nested = nested;
        this.dictionary = dictionary;
        this.types = types;
        this.conditions = new ConditionReader(parameters);
    }

    YamlObject object() {
        return o;
    }

    ConditionReader conditions() {
        return conditions;
    }

    /** True for a branch of an alternative, which has neither message nor level of its own. */
    boolean nested() {
        return nested;
    }

    CheckHead head() {
        return head(o, "message");
    }

    CheckHead head(YamlObject from, String messageKey) {
        String id = nested ? from.text("id").orElse("branche") : from.requiredText("id");
        String message = nested ? from.text(messageKey).orElse("") : from.requiredText(messageKey);
        Duration renewal = nested || !from.has("renouvellement") ? null : conditions.durationOf(from, "renouvellement");
        return new CheckHead(
                id,
                nested ? Set.of() : types(from),
                nested ? Level.ECART : level(from, "niveau", Level.ECART),
                gravity(from),
                new Template(message),
                from.text("conseil").orElse(null),
                from.text("lecture").orElse(null),
                conditions.used(),
                from.line(),
                nested ? null : from.text("echeance").orElse(null),
                renewal);
    }

    private Set<StructureType> types(YamlObject from) {
        Set<StructureType> listed = from.texts("types").stream()
                .map(t -> new StructureType(t.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        for (StructureType type : listed) {
            if (!types.contains(type)) {
                from.error("types", "« " + type + " » n'est dans aucune famille de ce référentiel");
            }
        }
        return listed;
    }

    RegisterSchema register(YamlObject from) {
        String name = from.requiredText("registre");
        RegisterSchema schema = dictionary.schemas().get(name);
        if (schema == null) {
            from.error(
                    "registre",
                    "« " + name + " » n'est pas un registre connu"
                            + NearestName.hint(name, dictionary.schemas().keySet()));
            return dictionary.schemas().values().iterator().next();
        }
        return schema;
    }

    Scope scope(YamlObject from) {
        String scope = from.text("portee").orElse("periode");
        if (!scope.equals("tout") && !scope.equals("periode")) {
            from.error("portee", "portée inconnue « " + scope + " » : periode ou tout est attendu");
        }
        return scope.equals("tout") ? Scope.TOUT : Scope.PERIODE;
    }

    List<String> columns(YamlObject from, String key, RegisterSchema schema) {
        List<String> names = from.texts(key);
        for (String name : names) {
            if (!schema.has(name)) {
                from.error(
                        key,
                        "« " + name + " » n'est pas une colonne de « " + schema.name() + " »"
                                + NearestName.hint(name, schema.columnNames()));
            }
        }
        return names.stream().filter(schema::has).toList();
    }

    @Nullable
    String optionalColumn(YamlObject from, String key, RegisterSchema schema) {
        return from.has(key) ? conditions.column(from, key, schema) : null;
    }

    @Nullable
    String optionalDate(YamlObject from, String key, RegisterSchema schema) {
        return from.has(key) ? date(from, key, schema) : null;
    }

    /** A column of dates. */
    String date(YamlObject from, String key, RegisterSchema schema) {
        String name = conditions.column(from, key, schema);
        Field.Type type = schema.has(name) ? schema.field(name).type() : Field.Type.DATE;
        if (type != Field.Type.DATE && type != Field.Type.YEARMONTH) {
            from.error(key, "« " + name + " » n'est pas une colonne de date");
        }
        return name;
    }

    /** A block that must be there. */
    YamlObject block(String key) {
        YamlObject block = o.object(key).orElse(null);
        if (block == null) {
            throw new MissingBlock(key);
        }
        return block;
    }

    Optional<Duration> duration(String key) {
        return o.has(key) ? Optional.of(conditions.durationOf(o, key)) : Optional.empty();
    }

    int count(YamlObject from, String key, int otherwise) {
        String text = conditions.resolved(from.text(key).orElse(Integer.toString(otherwise)));
        if (text.matches("\\d{1,6}")) {
            return Integer.parseInt(text);
        }
        from.error(key, "un nombre entier est attendu");
        return otherwise;
    }

    Fraction fraction(YamlObject from, String key, Fraction otherwise) {
        if (!from.has(key)) {
            return otherwise;
        }
        return Fraction.parse(conditions.resolved(from.text(key).orElse(""))).orElseGet(() -> {
            from.error(key, "une fraction (1/3), un pourcentage (80 %) ou un paramètre est attendu");
            return otherwise;
        });
    }

    static Level level(YamlObject o, String key, Level otherwise) {
        String code = o.text(key).orElse(otherwise.code());
        for (Level level : Level.values()) {
            if (level != Level.POINT_FORT && level.code().equals(code)) {
                return level;
            }
        }
        o.error(
                key,
                "niveau inconnu « " + code + " » : ecart, a_examiner, point_sensible ou piste_de_progres est attendu");
        return otherwise;
    }

    private static @Nullable Gravity gravity(YamlObject o) {
        String code = o.text("gravite").orElse("");
        if (code.isEmpty()) {
            return null;
        }
        try {
            return Gravity.valueOf(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            o.error("gravite", "majeure ou mineure est attendu");
            return null;
        }
    }

    /** A block without which nothing else of the check can be read. */
    static final class MissingBlock extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MissingBlock(String key) {
            super(key, null, false, false);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    /** Refuses a deadline where time changes nothing, or that no one could read. */
    void deadline(Check check) {
        String label = check.head().dueLabel();
        if (label == null) {
            if (check.head().renewal() != null) {
                o.error(
                        "renouvellement",
                        "« renouvellement » demande « echeance » : ce qu'il faut refaire, en quelques mots");
            }
            return;
        }
        if (!check.ages()) {
            o.error(
                    "echeance",
                    "« echeance » n'a pas de sens ici : le passage du temps ne suffit pas à mettre ce contrôle en défaut"
                            + " (cadence ; presence avec « depuis » ou « portee: periode » ; document avec « depuis » ; niveau"
                            + " « ancien » ; alternative dont une branche vieillit)");
        }
        boolean each = check instanceof PresenceCheck presence && presence.each() != null;
        for (String name : new Template(label).placeholders()) {
            if (!each || !name.equals("valeur")) {
                o.error("echeance", "« {" + name + "} » : seul {valeur} s'emploie ici, avec « chaque »");
            }
        }
    }

    /** Refuses a placeholder that shows free text, or that nothing fills. */
    void placeholders(YamlObject o, CheckHead head, Set<String> registers) {
        placeholders(o, "message", head.message(), registers, OWN_PLACEHOLDERS);
    }

    /** The same for any text; {@code own} are the names filled by something else than a column. */
    void placeholders(YamlObject o, String key, Template text, Set<String> registers, Set<String> own) {
        for (String name : text.placeholders()) {
            boolean column = false;
            for (String register : registers) {
                RegisterSchema schema = dictionary.get(register);
                if (schema.has(name)) {
                    column = true;
                    if (!schema.field(name).printable()) {
                        o.error(
                                key,
                                "« {" + name
                                        + "} » est un texte libre : un message ne montre que des identifiants, dates et codes");
                    }
                }
            }
            if (!column && !own.contains(name)) {
                o.error(
                        key,
                        "« {" + name
                                + (own.isEmpty()
                                        ? "} » n'est pas une colonne de ce registre"
                                        : "} » n'est ni une colonne ni une valeur de ce contrôle"));
            }
        }
    }
}
