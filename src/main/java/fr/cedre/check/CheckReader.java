package fr.cedre.check;

import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.Duration;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the checks of a specification: one method per kind, the vocabulary that {@code referentiels/VOCABULAIRE.md} documents. */
public final class CheckReader {

    private final Dictionary dictionary;
    private final Map<String, Parameter> parameters;
    private final Set<StructureType> types;
    private final Scale scale;
    private final Map<String, Function<CheckSource, Check>> kinds = Map.ofEntries(
            Map.entry("document", this::document),
            Map.entry("champ", this::field),
            Map.entry("ligne", this::row),
            Map.entry("part", this::share),
            Map.entry("part-mensuelle", JoinCheckReader::monthly),
            Map.entry("couverture", JoinCheckReader::coverage),
            Map.entry("continuite", JoinCheckReader::continuity),
            Map.entry("cadence", this::cadence),
            Map.entry("presence", this::presence),
            Map.entry("unicite", this::uniformity),
            Map.entry("doublon", this::duplicate),
            Map.entry("themes", this::themes),
            Map.entry("alternative", this::anyOf),
            Map.entry("referencement", r -> new ReferencingCheck(r.head())),
            Map.entry("certificat", this::certificate),
            Map.entry("accroissement", this::increase),
            Map.entry("niveau", this::level));

    /** A reader for one referential. */
    public CheckReader(
            Dictionary dictionary, Map<String, Parameter> parameters, Set<StructureType> types, Scale scale) {
        this.dictionary = dictionary;
        this.scale = scale;
        this.types = Set.copyOf(types);
        this.parameters = Map.copyOf(parameters);
    }

    /** Names of the kinds, for documentation and tests. */
    public Set<String> kinds() {
        return kinds.keySet();
    }

    /**
     * Reads a list of checks and verifies their ids, columns, parameters and placeholders.
     *
     * @param addressed types of the wording they belong to
     */
    public List<Check> read(List<YamlObject> objects, Set<StructureType> addressed) {
        List<Check> checks = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlObject o : objects) {
            Check check = read(o, false, addressed);
            if (check != null) {
                checks.add(check);
                if (!ids.add(check.head().id())) {
                    o.error("id", "contrôle « " + check.head().id() + " » écrit deux fois dans la même spécification");
                }
            }
        }
        return checks;
    }

    private @Nullable Check read(YamlObject o, boolean nested, Set<StructureType> addressed) {
        String kind = o.requiredText("genre");
        Function<CheckSource, Check> reader = kinds.get(kind);
        if (reader == null) {
            o.error("genre", "genre de contrôle inconnu « " + kind + " »" + NearestName.hint(kind, kinds.keySet()));
            return null;
        }
        Check check;
        CheckSource source = new CheckSource(o, nested, dictionary, parameters, types);
        try {
            check = reader.apply(source);
        } catch (CheckSource.MissingBlock e) {
            o.error(e.getMessage(), "« " + e.getMessage() + " » manque dans ce contrôle « " + kind + " »");
            return null;
        }
        o.close();
        source.placeholders(o, check.head(), check.registers());
        source.deadline(check);
        reachable(o, check, source, addressed);
        return check;
    }

    /** A check that no type of structure can trigger would look like a rule and never be one. */
    private static void reachable(YamlObject o, Check check, CheckSource source, Set<StructureType> addressed) {
        List<StructureType> aimed =
                addressed.stream().filter(check.head()::appliesTo).toList();
        if (aimed.isEmpty()) {
            String aims = addressed.stream().map(StructureType::code).sorted().collect(Collectors.joining(", "));
            o.error(
                    "types",
                    "aucun type de structure ne peut déclencher ce contrôle : la rédaction "
                            + (aims.isEmpty() ? "n'en vise aucun qui soit connu" : "vise " + aims));
        } else if (aimed.stream().noneMatch(source.conditions()::possibleFor)) {
            o.error(
                    "si",
                    "aucun type de structure ne peut remplir cette condition ; types visés : "
                            + aimed.stream().map(StructureType::code).sorted().collect(Collectors.joining(", ")));
        }
    }

    private Check document(CheckSource r) {
        Duration since = r.duration("depuis").orElse(null);
        int atLeast = r.count(r.object(), "au_moins", 1);
        CheckHead head = r.head();
        List<String> contains =
                r.object().texts("contient").stream().map(ValueParser::code).toList();
        // A check on the headings or the freshness of a document keeps silent when there is none: a plain one says it.
        boolean refines = !contains.isEmpty() || (since != null && head.level() != Level.ECART);
        return new DocumentCheck(
                head,
                r.object().text("nature").orElse(null),
                contains,
                since,
                CheckSource.level(r.object(), "absent", Level.ECART),
                atLeast,
                r.nested() || !refines);
    }

    private Check field(CheckSource r) {
        return new FieldCheck(
                r.head(), r.object().requiredText("champ"), CheckSource.level(r.object(), "absent", Level.A_EXAMINER));
    }

    private Check row(CheckSource r) {
        RegisterSchema schema = r.register(r.object());
        Condition when = r.conditions().read(r.object(), "si", schema);
        Condition require = required(r, schema);
        List<String> firstOf = r.columns(r.object(), "premier_de", schema);
        String first = r.optionalDate(r.object(), "premier", schema);
        String column = r.optionalColumn(r.object(), "colonne", schema);
        if (firstOf.isEmpty() != (first == null)) {
            r.object().error("premier", "« premier » et « premier_de » vont ensemble");
        }
        return new RowCheck(r.head(), schema.name(), r.scope(r.object()), when, require, column, firstOf, first);
    }

    private static Condition required(CheckSource r, RegisterSchema schema) {
        Condition require = r.conditions().read(r.object(), "exige", schema);
        if (require == null) {
            r.object().error("exige", "« exige » manque : la condition que chaque ligne doit remplir");
            return new TypeCondition(Set.of());
        }
        return require;
    }

    private Check share(CheckSource r) {
        RegisterSchema schema = r.register(r.object());
        Condition when = r.conditions().read(r.object(), "si", schema);
        Condition require = required(r, schema);
        Fraction threshold = r.fraction(r.object(), "seuil", new Fraction(1, 1));
        String column = r.optionalColumn(r.object(), "colonne", schema);
        return new ShareCheck(r.head(), schema.name(), r.scope(r.object()), when, require, threshold, column);
    }

    private Check cadence(CheckSource r) {
        RegisterSchema schema = r.register(r.object());
        Condition when = r.conditions().read(r.object(), "si", schema);
        String date = r.date(r.object(), "date", schema);
        String rhythm = r.object().requiredText("rythme");
        Duration otherwise = r.duration("defaut").orElse(null);
        Fraction factor = r.fraction(r.object(), "facteur", new Fraction(1, 1));
        return new CadenceCheck(r.head(), schema.name(), when, date, rhythm, otherwise, factor);
    }

    private Check presence(CheckSource r) {
        RegisterSchema schema = r.register(r.object());
        Condition when = r.conditions().read(r.object(), "si", schema);
        Duration since = r.duration("depuis").orElse(null);
        String date = r.optionalDate(r.object(), "date", schema);
        int atLeast = r.count(r.object(), "au_moins", 1);
        String distinct = r.optionalColumn(r.object(), "distinct", schema);
        YamlObject each = r.object().object("chaque").orElse(null);
        String column = null;
        List<String> values = List.of();
        if (each != null) {
            column = r.conditions().column(each, "colonne", schema);
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
            r.object().error("depuis", "« depuis » demande la colonne « date »");
        }
        // A window before the audit date replaces the controlled period.
        Scope scope = since != null ? Scope.TOUT : r.scope(r.object());
        r.object().text("portee");
        return new PresenceCheck(r.head(), schema.name(), scope, when, since, date, atLeast, column, values, distinct);
    }

    private Check uniformity(CheckSource r) {
        RegisterSchema schema = r.register(r.object());
        Condition when = r.conditions().read(r.object(), "si", schema);
        return new UniformityCheck(
                r.head(),
                schema.name(),
                r.scope(r.object()),
                when,
                r.columns(r.object(), "colonnes", schema),
                r.columns(r.object(), "succession", schema),
                r.optionalDate(r.object(), "date", schema));
    }

    private Check duplicate(CheckSource r) {
        RegisterSchema schema = r.register(r.object());
        Condition when = r.conditions().read(r.object(), "si", schema);
        return new DuplicateCheck(r.head(), schema.name(), when, r.columns(r.object(), "colonnes", schema));
    }

    private Check themes(CheckSource r) {
        RegisterSchema schema = r.register(r.object());
        Condition when = r.conditions().read(r.object(), "si", schema);
        List<String> required =
                r.object().texts("exige").stream().map(ValueParser::code).toList();
        String column = r.conditions().column(r.object(), "colonne", schema);
        Set<String> codes = schema.has(column) ? schema.field(column).codes() : Set.of();
        for (String theme : required) {
            if (!codes.isEmpty() && !codes.contains(theme)) {
                r.object()
                        .error(
                                "exige",
                                "« " + theme + " » n'est pas un code de « " + column + " »"
                                        + NearestName.hint(theme, codes));
            }
        }
        return new ThemesCheck(
                r.head(),
                schema.name(),
                r.scope(r.object()),
                when,
                r.columns(r.object(), "cle", schema),
                column,
                required);
    }

    private Check anyOf(CheckSource r) {
        List<Check> among = new ArrayList<>();
        for (YamlObject o : r.object().objects("parmi")) {
            Check check = read(o, true, types);
            if (check != null) {
                among.add(check);
            }
        }
        if (among.isEmpty()) {
            r.object().error("parmi", "« parmi » doit donner au moins un contrôle");
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
                own.line(),
                own.dueLabel(),
                own.renewal());
        return new AnyOfCheck(head, among);
    }

    private Check certificate(CheckSource r) {
        List<Duration> alerts = new ArrayList<>();
        for (String alert : r.object().texts("alertes")) {
            Duration.parse(r.conditions().resolved(alert))
                    .ifPresentOrElse(
                            alerts::add, () -> r.object().error("alertes", "durée illisible « " + alert + " »"));
        }
        CertificateCheck.Defect defect = CertificateCheck.Defect.EXPIRE;
        try {
            defect = CertificateCheck.Defect.valueOf(
                    r.object().requiredText("defaut").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            r.object().error("defaut", "expire, bientot_expire, version_perimee ou hors_application est attendu");
        }
        return new CertificateCheck(r.head(), defect, alerts);
    }

    private Check increase(CheckSource r) {
        RegisterSchema schema = r.register(r.object());
        return new IncreaseCheck(r.head(), schema.name(), r.date(r.object(), "date", schema));
    }

    private Check level(CheckSource r) {
        YamlObject o = r.object();
        String code = o.requiredText("defaut");
        LevelCheck.Defect defect = LevelCheck.Defect.NON_EVALUE;
        try {
            defect = LevelCheck.Defect.valueOf(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            Set<String> known = new TreeSet<>();
            for (LevelCheck.Defect one : LevelCheck.Defect.values()) {
                known.add(one.name().toLowerCase(Locale.ROOT));
            }
            o.error(
                    "defaut",
                    "défaut inconnu « " + code + " »" + NearestName.hint(code, known) + " ; valeurs admises : "
                            + String.join(", ", known));
        }
        if (scale.steps().isEmpty()) {
            o.error("genre", "« niveau » demande une « echelle » à la racine du référentiel");
        }
        int rank = 0;
        int count = 0;
        Duration since = null;
        switch (defect) {
            case SOUS_MINIMUM -> rank = rank(o, "minimum", o.requiredText("minimum"));
            case SANS_PREUVE ->
                rank = o.has("a_partir_de")
                        ? rank(o, "a_partir_de", o.text("a_partir_de").orElse(""))
                        : 0;
            case DIVERGENCE -> count = r.count(o, "ecart", 2);
            case VOIX_INSUFFISANTES -> count = r.count(o, "au_moins", 2);
            case ANCIEN -> since = r.duration("depuis").orElse(null);
            case NON_EVALUE, SOUS_CIBLE -> {}
        }
        if (defect == LevelCheck.Defect.ANCIEN && since == null) {
            o.error("depuis", "« depuis » manque : au-delà de quel âge une évaluation est trop ancienne");
        }
        return new LevelCheck(r.head(), defect, scale, rank, count, since);
    }

    private int rank(YamlObject o, String key, String written) {
        int rank = scale.rank(written);
        if (rank < 0) {
            o.error(key, "« " + written + " » n'est pas un niveau de l'échelle : " + String.join(", ", scale.codes()));
            return 0;
        }
        return rank;
    }
}
