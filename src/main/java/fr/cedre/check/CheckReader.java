package fr.cedre.check;

import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.Duration;
import fr.cedre.dossier.Field;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.dossier.StructureType;
import fr.cedre.dossier.ValueParser;
import fr.cedre.problem.NearestName;
import fr.cedre.yaml.YamlObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the checks of a specification: one method per kind, the vocabulary that {@code referentiels/VOCABULAIRE.md} documents. */
public final class CheckReader {

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
            "id_salarie");

    private final Dictionary dictionary;
    private final Map<String, Parameter> parameters;
    private final Set<StructureType> types;
    private final Map<String, Function<Reading, Check>> kinds = Map.ofEntries(
            Map.entry("document", this::document),
            Map.entry("champ", this::field),
            Map.entry("ligne", this::row),
            Map.entry("part", this::share),
            Map.entry("part-mensuelle", this::monthly),
            Map.entry("couverture", this::coverage),
            Map.entry("continuite", this::continuity),
            Map.entry("cadence", this::cadence),
            Map.entry("presence", this::presence),
            Map.entry("unicite", this::uniformity),
            Map.entry("doublon", this::duplicate),
            Map.entry("themes", this::themes),
            Map.entry("alternative", this::anyOf),
            Map.entry("referencement", r -> new ReferencingCheck(r.head())),
            Map.entry("certificat", this::certificate),
            Map.entry("accroissement", this::increase));

    /** A reader for one referential. */
    public CheckReader(Dictionary dictionary, Map<String, Parameter> parameters, Set<StructureType> types) {
        this.dictionary = dictionary;
        this.types = Set.copyOf(types);
        this.parameters = Map.copyOf(parameters);
    }

    /** Names of the kinds, for documentation and tests. */
    public Set<String> kinds() {
        return kinds.keySet();
    }

    /** What one check is read from. */
    private final class Reading {
        private final YamlObject o;
        private final ConditionReader conditions = new ConditionReader(parameters);
        private final boolean nested;

        Reading(YamlObject o, boolean nested) {
            this.o = o;
            this.nested = nested;
        }

        CheckHead head() {
            return head(o, "message");
        }

        CheckHead head(YamlObject from, String messageKey) {
            String id = nested ? from.text("id").orElse("branche") : from.requiredText("id");
            String message = nested ? from.text(messageKey).orElse("") : from.requiredText(messageKey);
            return new CheckHead(
                    id,
                    nested ? Set.of() : types(from),
                    nested ? Level.ECART : level(from, "niveau", Level.ECART),
                    gravity(from),
                    new Template(message),
                    from.text("conseil").orElse(null),
                    from.text("lecture").orElse(null),
                    conditions.used(),
                    from.line());
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
            return Fraction.parse(conditions.resolved(from.text(key).orElse("")))
                    .orElseGet(() -> {
                        from.error(key, "une fraction (1/3), un pourcentage (80 %) ou un paramètre est attendu");
                        return otherwise;
                    });
        }
    }

    /** Reads a list of checks and verifies their ids, columns, parameters and placeholders. */
    public List<Check> read(List<YamlObject> objects) {
        List<Check> checks = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlObject o : objects) {
            Check check = read(o, false);
            if (check != null) {
                checks.add(check);
                if (!ids.add(check.head().id())) {
                    o.error("id", "contrôle « " + check.head().id() + " » écrit deux fois dans la même spécification");
                }
            }
        }
        return checks;
    }

    private @Nullable Check read(YamlObject o, boolean nested) {
        String kind = o.requiredText("genre");
        Function<Reading, Check> reader = kinds.get(kind);
        if (reader == null) {
            o.error("genre", "genre de contrôle inconnu « " + kind + " »" + NearestName.hint(kind, kinds.keySet()));
            return null;
        }
        Check check;
        try {
            check = reader.apply(new Reading(o, nested));
        } catch (MissingBlock e) {
            o.error(e.getMessage(), "« " + e.getMessage() + " » manque dans ce contrôle « " + kind + " »");
            return null;
        }
        o.close();
        placeholders(o, check.head(), check.registers());
        return check;
    }

    /** A block without which nothing else of the check can be read. */
    private static final class MissingBlock extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MissingBlock(String key) {
            super(key, null, false, false);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    private void placeholders(YamlObject o, CheckHead head, Set<String> registers) {
        for (String name : head.message().placeholders()) {
            boolean column = false;
            for (String register : registers) {
                RegisterSchema schema = dictionary.get(register);
                if (schema.has(name)) {
                    column = true;
                    if (!schema.field(name).printable()) {
                        o.error(
                                "message",
                                "« {" + name
                                        + "} » est un texte libre : un message ne montre que des identifiants, dates et codes");
                    }
                }
            }
            if (!column && !OWN_PLACEHOLDERS.contains(name)) {
                o.error("message", "« {" + name + "} » n'est ni une colonne ni une valeur de ce contrôle");
            }
        }
    }

    private static Level level(YamlObject o, String key, Level otherwise) {
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

    private Check document(Reading r) {
        Duration since = r.duration("depuis").orElse(null);
        int atLeast = r.count(r.o, "au_moins", 1);
        CheckHead head = r.head();
        List<String> contains =
                r.o.texts("contient").stream().map(ValueParser::code).toList();
        // A check on the headings or the freshness of a document keeps silent when there is none: a plain one says it.
        boolean refines = !contains.isEmpty() || (since != null && head.level() != Level.ECART);
        return new DocumentCheck(
                head,
                r.o.text("nature").orElse(null),
                contains,
                since,
                level(r.o, "absent", Level.ECART),
                atLeast,
                r.nested || !refines);
    }

    private Check field(Reading r) {
        return new FieldCheck(r.head(), r.o.requiredText("champ"), level(r.o, "absent", Level.A_EXAMINER));
    }

    private Check row(Reading r) {
        RegisterSchema schema = r.register(r.o);
        Condition when = r.conditions.read(r.o, "si", schema);
        Condition require = required(r, schema);
        List<String> firstOf = r.columns(r.o, "premier_de", schema);
        String first = r.optionalDate(r.o, "premier", schema);
        String column = r.optionalColumn(r.o, "colonne", schema);
        if (firstOf.isEmpty() != (first == null)) {
            r.o.error("premier", "« premier » et « premier_de » vont ensemble");
        }
        return new RowCheck(r.head(), schema.name(), r.scope(r.o), when, require, column, firstOf, first);
    }

    private static Condition required(Reading r, RegisterSchema schema) {
        Condition require = r.conditions.read(r.o, "exige", schema);
        if (require == null) {
            r.o.error("exige", "« exige » manque : la condition que chaque ligne doit remplir");
            return new TypeCondition(Set.of());
        }
        return require;
    }

    private Check share(Reading r) {
        RegisterSchema schema = r.register(r.o);
        Condition when = r.conditions.read(r.o, "si", schema);
        Condition require = required(r, schema);
        Fraction threshold = r.fraction(r.o, "seuil", new Fraction(1, 1));
        String column = r.optionalColumn(r.o, "colonne", schema);
        return new ShareCheck(r.head(), schema.name(), r.scope(r.o), when, require, threshold, column);
    }

    private Cover cover(Reading r, YamlObject o) {
        RegisterSchema schema = r.register(o);
        String person = r.conditions.column(o, "personne", schema);
        List<String> starts = r.columns(o, "debut", schema);
        List<String> ends = r.columns(o, "fin", schema);
        Condition reserve = r.conditions.read(o, "sous_reserve", schema);
        o.close();
        if (starts.isEmpty() || ends.isEmpty()) {
            o.error("debut", "« debut » et « fin » doivent nommer au moins une colonne de date");
            String fallback = schema.fields().get(0).name();
            return new Cover(schema.name(), person, List.of(fallback), List.of(fallback), reserve);
        }
        return new Cover(schema.name(), person, starts, ends, reserve);
    }

    private Check monthly(Reading r) {
        List<MonthlyShareCheck.Population> population = new ArrayList<>();
        for (YamlObject o : r.o.objects("population")) {
            RegisterSchema schema = r.register(o);
            population.add(new MonthlyShareCheck.Population(
                    schema.name(),
                    r.conditions.column(o, "personne", schema),
                    r.optionalColumn(o, "mois", schema),
                    r.optionalColumn(o, "debut", schema),
                    r.optionalColumn(o, "fin", schema),
                    r.conditions.read(o, "si", schema)));
            o.close();
        }
        Cover cover = cover(r, r.block("couverts"));
        MonthlyThreshold threshold;
        if (r.o.node("seuil") instanceof fr.cedre.yaml.YamlNode.Mapping) {
            YamlObject funded = r.o.object("seuil").orElseThrow();
            threshold = new MonthlyThreshold.Funded(
                    new StructureType(funded.requiredText("financement")), r.count(funded, "postes_vers_etp", 12));
            funded.close();
        } else {
            threshold = new MonthlyThreshold.Share(r.fraction(r.o, "seuil", new Fraction(1, 1)));
        }
        return new MonthlyShareCheck(r.head(), population, cover, threshold);
    }

    private Check continuity(Reading r) {
        YamlObject from = r.block("de");
        RegisterSchema schema = r.register(from);
        String person = r.conditions.column(from, "personne", schema);
        Condition when = r.conditions.read(from, "si", schema);
        Moment start = r.conditions.moment(from, "debut", schema);
        Moment defaultStart = from.has("defaut_debut") ? r.conditions.moment(from, "defaut_debut", schema) : start;
        Moment end = r.conditions.moment(from, "fin", schema);
        from.close();
        Cover cover = cover(r, r.block("par"));
        Duration tolerance = r.duration("tolerance").orElse(new Duration(0, Duration.Unit.JOUR));
        String column = r.conditions.column(r.o, "colonne", schema);
        return new ContinuityCheck(
                r.head(), schema.name(), person, when, start, defaultStart, end, cover, tolerance, column);
    }

    private Check coverage(Reading r) {
        YamlObject from = r.block("de");
        RegisterSchema schema = r.register(from);
        CoverageCheck.From covered = new CoverageCheck.From(
                schema.name(),
                r.columns(from, "cle", schema),
                r.conditions.read(from, "si", schema),
                r.scope(from),
                r.optionalDate(from, "premier", schema));
        from.close();
        List<CoverageCheck.By> by = new ArrayList<>();
        if (r.o.objects("par").isEmpty()) {
            throw new MissingBlock("par");
        }
        for (YamlObject o : r.o.objects("par")) {
            RegisterSchema other = r.register(o);
            List<String> interval = r.columns(o, "intervalle", other);
            String date = r.optionalDate(o, "date", other);
            List<String> key = r.columns(o, "cle", other);
            if (!interval.isEmpty() && interval.size() != 2) {
                o.error("intervalle", "deux colonnes de date sont attendues");
            }
            if (key.size() != covered.key().size()) {
                o.error("cle", "« cle » doit avoir autant de colonnes que celle de « de »");
            }
            by.add(new CoverageCheck.By(
                    other.name(),
                    key,
                    r.conditions.read(o, "si", other),
                    interval.size() == 2 ? interval.get(0) : date,
                    interval.size() == 2 ? interval.get(1) : null));
            o.close();
        }
        Moment start = null;
        Moment end = null;
        YamlObject window = r.o.object("fenetre").orElse(null);
        if (window != null) {
            start = window.has("debut") ? r.conditions.moment(window, "debut", schema) : null;
            end = window.has("fin") ? r.conditions.moment(window, "fin", schema) : null;
            window.close();
        }
        int atLeast = r.count(r.o, "au_moins", 1);
        String column = r.optionalColumn(r.o, "colonne", schema);
        CheckHead head = r.head();
        YamlObject outside = r.o.object("hors_fenetre").orElse(null);
        CheckHead late = null;
        if (outside != null) {
            CheckHead own = r.head(outside, "message");
            late = new CheckHead(
                    own.id(),
                    head.types(),
                    outside.has("niveau") ? own.level() : head.level(),
                    own.gravity() == null ? head.gravity() : own.gravity(),
                    own.message(),
                    own.advice() == null ? head.advice() : own.advice(),
                    own.reading(),
                    head.parameters(),
                    own.line());
            outside.close();
            placeholders(outside, late, Set.of(schema.name()));
        }
        return new CoverageCheck(head, covered, by, start, end, atLeast, late, column);
    }

    private Check cadence(Reading r) {
        RegisterSchema schema = r.register(r.o);
        Condition when = r.conditions.read(r.o, "si", schema);
        String date = r.date(r.o, "date", schema);
        String rhythm = r.o.requiredText("rythme");
        Duration otherwise = r.duration("defaut").orElse(null);
        Fraction factor = r.fraction(r.o, "facteur", new Fraction(1, 1));
        return new CadenceCheck(r.head(), schema.name(), when, date, rhythm, otherwise, factor);
    }

    private Check presence(Reading r) {
        RegisterSchema schema = r.register(r.o);
        Condition when = r.conditions.read(r.o, "si", schema);
        Duration since = r.duration("depuis").orElse(null);
        String date = r.optionalDate(r.o, "date", schema);
        int atLeast = r.count(r.o, "au_moins", 1);
        String distinct = r.optionalColumn(r.o, "distinct", schema);
        YamlObject each = r.o.object("chaque").orElse(null);
        String column = null;
        List<String> values = List.of();
        if (each != null) {
            column = r.conditions.column(each, "colonne", schema);
            values = each.texts("valeurs").stream().map(ValueParser::code).toList();
            Set<String> codes = schema.has(column) ? schema.field(column).codes() : Set.of();
            for (String value : values) {
                if (!codes.isEmpty() && !codes.contains(value)) {
                    each.error(
                            "valeurs",
                            "« " + value + " » n'est pas un code de « " + column + " »"
                                    + NearestName.hint(value, codes));
                }
            }
            each.close();
        }
        if (since != null && date == null) {
            r.o.error("depuis", "« depuis » demande la colonne « date »");
        }
        // A window before the audit date replaces the controlled period.
        Scope scope = since != null ? Scope.TOUT : r.scope(r.o);
        r.o.text("portee");
        return new PresenceCheck(r.head(), schema.name(), scope, when, since, date, atLeast, column, values, distinct);
    }

    private Check uniformity(Reading r) {
        RegisterSchema schema = r.register(r.o);
        Condition when = r.conditions.read(r.o, "si", schema);
        return new UniformityCheck(
                r.head(),
                schema.name(),
                r.scope(r.o),
                when,
                r.columns(r.o, "colonnes", schema),
                r.columns(r.o, "succession", schema),
                r.optionalDate(r.o, "date", schema));
    }

    private Check duplicate(Reading r) {
        RegisterSchema schema = r.register(r.o);
        Condition when = r.conditions.read(r.o, "si", schema);
        return new DuplicateCheck(r.head(), schema.name(), when, r.columns(r.o, "colonnes", schema));
    }

    private Check themes(Reading r) {
        RegisterSchema schema = r.register(r.o);
        Condition when = r.conditions.read(r.o, "si", schema);
        List<String> required =
                r.o.texts("exige").stream().map(ValueParser::code).toList();
        String column = r.conditions.column(r.o, "colonne", schema);
        Set<String> codes = schema.has(column) ? schema.field(column).codes() : Set.of();
        for (String theme : required) {
            if (!codes.isEmpty() && !codes.contains(theme)) {
                r.o.error(
                        "exige",
                        "« " + theme + " » n'est pas un code de « " + column + " »" + NearestName.hint(theme, codes));
            }
        }
        return new ThemesCheck(
                r.head(), schema.name(), r.scope(r.o), when, r.columns(r.o, "cle", schema), column, required);
    }

    private Check anyOf(Reading r) {
        List<Check> among = new ArrayList<>();
        for (YamlObject o : r.o.objects("parmi")) {
            Check check = read(o, true);
            if (check != null) {
                among.add(check);
            }
        }
        if (among.isEmpty()) {
            r.o.error("parmi", "« parmi » doit donner au moins un contrôle");
        }
        Set<String> used = new HashSet<>();
        among.forEach(c -> used.addAll(c.head().parameters()));
        CheckHead own = r.head();
        used.addAll(own.parameters());
        CheckHead head = new CheckHead(
                own.id(),
                own.types(),
                own.level(),
                own.gravity(),
                own.message(),
                own.advice(),
                own.reading(),
                used,
                own.line());
        return new AnyOfCheck(head, among);
    }

    private Check certificate(Reading r) {
        List<Duration> alerts = new ArrayList<>();
        for (String alert : r.o.texts("alertes")) {
            Duration.parse(r.conditions.resolved(alert))
                    .ifPresentOrElse(alerts::add, () -> r.o.error("alertes", "durée illisible « " + alert + " »"));
        }
        CertificateCheck.Defect defect = CertificateCheck.Defect.EXPIRE;
        try {
            defect = CertificateCheck.Defect.valueOf(r.o.requiredText("defaut").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            r.o.error("defaut", "expire, bientot_expire ou version_perimee est attendu");
        }
        return new CertificateCheck(r.head(), defect, alerts);
    }

    private Check increase(Reading r) {
        RegisterSchema schema = r.register(r.o);
        return new IncreaseCheck(r.head(), schema.name(), r.date(r.o, "date", schema));
    }
}
