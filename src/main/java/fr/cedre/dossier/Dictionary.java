package fr.cedre.dossier;

import fr.cedre.problem.CedreException;
import fr.cedre.problem.Location;
import fr.cedre.problem.Problem;
import fr.cedre.problem.Problems;
import fr.cedre.yaml.YamlNode;
import fr.cedre.yaml.YamlObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every register cedre knows, from its Table Schema descriptors. The same dictionary serves to read, to create templates and to document.
 *
 * @param schemas schemas by name, sorted by name
 */
public record Dictionary(Map<String, RegisterSchema> schemas) {

    /** CSV files that stand at the root of a folder, not under {@code registres/}. */
    public static final Set<String> ROOT_FILES = Set.of("preuves", "jugements", "autoevaluation");

    private static final Set<String> PERSONS = Set.of("salaries", "clients", "personnel", "accueils");

    /** Copies the map, sorted. */
    public Dictionary {
        schemas = java.util.Collections.unmodifiableMap(new TreeMap<>(schemas));
    }

    /** A schema by name; the caller knows it exists. */
    public RegisterSchema get(String name) {
        RegisterSchema schema = schemas.get(name);
        if (schema == null) {
            throw new IllegalStateException("registre inconnu : " + name);
        }
        return schema;
    }

    /** Columns that other registers point to ({@code salaries.id}). */
    public Set<String> referenced() {
        Set<String> columns = new LinkedHashSet<>();
        schemas.values().forEach(s -> columns.addAll(s.foreignKeys().values()));
        return columns;
    }

    /** Reads descriptors; any defect in them is an error of the referential, not of the user's folder. */
    public static Dictionary read(Collection<Source> sources) {
        Problems problems = new Problems();
        Map<String, RegisterSchema> schemas = new LinkedHashMap<>();
        for (Source source : sources) {
            if (source.root() instanceof YamlNode.Mapping mapping) {
                RegisterSchema schema = schema(new YamlObject(mapping, source.file(), "", problems));
                schemas.put(schema.name(), schema);
            } else {
                problems.add(Problem.unusable(Location.of(source.file()), "un objet Table Schema est attendu"));
            }
        }
        List<Problem> all = problems.sorted();
        if (!all.isEmpty()) {
            throw new CedreException("Le dictionnaire des registres est illisible.", all);
        }
        return new Dictionary(schemas);
    }

    /**
     * A descriptor already read as a tree.
     *
     * @param file file name, for messages
     * @param root tree
     */
    public record Source(String file, YamlNode root) {}

    private static RegisterSchema schema(YamlObject o) {
        String name = o.requiredText("name");
        Map<String, String> foreignKeys = new HashMap<>();
        for (YamlObject key : o.objects("foreignKeys")) {
            List<String> own = key.texts("fields");
            key.object("reference").ifPresent(reference -> {
                List<String> other = reference.texts("fields");
                if (own.size() == 1 && other.size() == 1) {
                    foreignKeys.put(own.get(0), reference.requiredText("resource") + "." + other.get(0));
                }
            });
        }
        List<Field> fields = new ArrayList<>();
        for (YamlObject field : o.objects("fields")) {
            fields.add(field(name, field, foreignKeys));
        }
        fields.add(new Field(
                RegisterSchema.TYPE_COLUMN,
                "Type de structure",
                "AI, ETTI, ACI ou EI : l'activité dont relève la ligne, dans un dossier à plusieurs types.",
                Field.Type.STRING,
                false,
                false,
                Set.of(),
                Set.of(),
                null,
                false,
                false,
                true,
                false,
                "AI"));
        List<String> period = o.texts("cedre:periode");
        return new RegisterSchema(
                name,
                o.text("title").orElse(name),
                o.text("description").orElse(""),
                fields,
                o.texts("primaryKey"),
                foreignKeys,
                period.isEmpty() ? List.of() : List.of(period.get(0).split("\\|", -1)),
                period.size() < 2 ? List.of() : List.of(period.get(1).split("\\|", -1)),
                o.text("cedre:evenements").orElse("").equals("true"));
    }

    private static Field field(String register, YamlObject o, Map<String, String> foreignKeys) {
        String name = o.requiredText("name");
        boolean required = false;
        boolean unique = false;
        boolean nonNegative = false;
        List<String> codes = List.of();
        YamlObject constraints = o.object("constraints").orElse(null);
        if (constraints != null) {
            required = constraints.text("required").orElse("").equals("true");
            unique = constraints.text("unique").orElse("").equals("true");
            nonNegative = constraints.text("minimum").orElse("").equals("0");
            codes = constraints.texts("enum").stream().map(ValueParser::code).toList();
        }
        Field.Type type;
        try {
            type = Field.Type.valueOf(o.requiredText("type").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            o.error("type", "type Table Schema inconnu dans ce dictionnaire");
            type = Field.Type.STRING;
        }
        String target = foreignKeys.getOrDefault(name, "");
        boolean person = (name.equals("id") && PERSONS.contains(register))
                || (target.contains(".") && PERSONS.contains(target.substring(0, target.indexOf('.'))))
                || name.equals("id_salarie")
                || name.equals("id_client")
                || o.has("cedre:usuels");
        String time = o.text("cedre:temps").orElse("");
        String nature = o.text("cedre:nature").orElse("");
        boolean textual = type == Field.Type.STRING || type == Field.Type.LIST;
        return new Field(
                name,
                o.text("title").orElse(name),
                o.text("description").orElse(""),
                type,
                required,
                unique,
                codes.isEmpty() ? Set.of() : new LinkedHashSet<>(codes),
                new LinkedHashSet<>(o.texts("cedre:usuels")),
                time.isEmpty() ? null : time.equals("fait") ? Field.Time.FAIT : Field.Time.PREVU,
                o.text("cedre:valeur").orElse("").equals("trace"),
                person,
                !textual || !nature.equals("texte"),
                nonNegative,
                o.text("example").orElse(""));
    }
}
