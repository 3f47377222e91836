package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.Dossier;
import fr.cedre.dossier.Period;
import fr.cedre.referential.Library;
import fr.cedre.referential.Referential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code diff}, {@code list}, {@code explain} and {@code validate} write for programs is what their published JSON Schemas say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutputSchemasTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EXAMPLES = Path.of("examples");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Library LIBRARY = Library.open(null, null);
    private static final Dictionary DICTIONARY = LIBRARY.dictionary();

    private static final Map<Output, List<Written>> WRITTEN = new EnumMap<>(Output.class);

    private static final String GRID = """
            id: notre-grille
            titre: Notre grille
            version: "3"
            provenance: proposition
            notice: Grille interne.
            familles:
              - {id: mise-a-disposition, titre: Mise à disposition, types: [AI]}
              - {id: production, titre: Production, types: [ACI, EI]}
            parametres:
              delai_reponse: {valeur: 30 jours, pourquoi: Un mois suffit.}
            chapitres:
              - id: "1"
                titre: Clients
                specifications:
                  - id: "8.B"
                    intitule: Réclamations traitées
                    reference: {section: "1.1", page: 3}
                    exigence: Toute réclamation reçoit une réponse.
                    gravite: majeure
                    provenance: {source: notre règlement, confiance: faible, pourquoi: Écrit de mémoire.}
                    conseil: Relisez le cahier chaque mois.
                    controles:
                      - id: reclamation-ouverte
                        genre: ligne
                        registre: reclamations
                        exige: {colonne: cloture_le, avant: "date + delai_reponse"}
                        colonne: cloture_le
                        message: "Réclamation {id} du {date} : toujours ouverte."
                  - id: "1.1"
                    intitule: Paroles entendues
                    reference: {section: "1.2", page: 3}
                    exigence: Chacun est écouté.
                    gravite: mineure
                    types: [ACI]
                    jugement: Demandez à trois salariés.
                    conseil: Écoutez.
            """;

    /** The outputs and the commands that write them. */
    enum Output {
        COMPARAISON,
        TRANSITION,
        LISTE,
        EXPLICATION,
        VALIDATION,
        PLAN;

        private List<Written> written() {
            return WRITTEN.getOrDefault(this, List.of());
        }

        private JsonNode schema() throws IOException {
            String name = name().toLowerCase(Locale.ROOT);
            return JSON.readTree(Files.readString(Path.of("referentiels", "schemas", name + "-1.schema.json")));
        }
    }

    private record Written(String command, String text) {}

    @TempDir
    static Path folder;

    /** Runs each command once; every test looks at what they wrote. */
    @BeforeAll
    static void everything() throws IOException {
        Path own = grids();
        comparisons(own);
        transitions();
        lists(own);
        explanations(own);
        validations(own);
        plans();
    }

    /** A folder with a sound referential and correspondence, and one of each that cannot be read. */
    private static Path grids() throws IOException {
        Path own = Files.createDirectories(folder.resolve("grilles"));
        Files.writeString(own.resolve("notre-grille.yaml"), GRID);
        Files.writeString(own.resolve("autre-grille.yaml"), GRID.replace("gravite: majeure", "gravité: majeure"));
        Path links = Files.createDirectories(own.resolve("correspondances"));
        Files.writeString(links.resolve("notre-grille--cedre-v2.yaml"), """
                de: notre-grille
                vers: cedre-v2
                provenance: proposition
                notice: Essai.
                lignes:
                  - {de: "8.B", vers: "8.B", en_partie: ["8.B1", "8.B2"], sort: scindee, pourquoi: Le cahier sert encore.}
                """);
        Files.writeString(links.resolve("notre-grille--inconnue.yaml"), "de: [");
        Files.writeString(links.resolve("sans-tirets.yaml"), "de: notre-grille\n");
        return own;
    }

    private static void write(Output output, String... args) {
        write(output, List.of(args));
    }

    private static void write(Output output, List<String> args) {
        List<String> command = new ArrayList<>(args);
        command.addAll(List.of("-f", "json"));
        CedreRunner.Result result = CedreRunner.run(command);
        assertThat(result.err().replaceAll("\\d+/\\d+ membres contrôlés\n", ""))
                .as(command.toString())
                .isEmpty();
        WRITTEN.computeIfAbsent(output, key -> new ArrayList<>())
                .add(new Written(String.join(" ", args), result.out()));
    }

    private static void comparisons(Path own) throws IOException {
        for (List<String> pair : List.of(
                List.of("v1", "v2"),
                List.of("v2", "v1"),
                List.of("v2", "cap"),
                List.of("cap", "v2"),
                List.of("v1", "cap-iso-9001"),
                List.of("cap-rse", "cedre-iso-9001"),
                List.of("v2", "v2"))) {
            write(Output.COMPARAISON, "diff", pair.get(0), pair.get(1));
        }
        write(Output.COMPARAISON, "diff", "v1", "v2", "--type", "AI", "--type", "ACI");
        write(Output.COMPARAISON, "diff", "v2", "cap", "--type", "EI");
        Path alone = Files.createDirectories(folder.resolve("seule"));
        Path grid = Files.writeString(alone.resolve("notre-grille.yaml"), GRID);
        write(Output.COMPARAISON, "diff", grid.toString(), "v2");
        write(Output.COMPARAISON, "diff", "v2", own.resolve("notre-grille.yaml").toString());
    }

    private static void transitions() throws IOException {
        Path damaged = damaged("abime");
        List<Path> folders = new ArrayList<>(List.of(damaged));
        try (Stream<Path> examples = Files.list(EXAMPLES)) {
            examples.filter(Files::isDirectory).sorted().forEach(folders::add);
        }
        for (Path example : folders) {
            for (List<String> pair : List.of(
                    List.of("cedre-v1", "cedre-v2"), List.of("cedre-v2", "cap"), List.of("cap", "cedre-iso-9001"))) {
                if (pair.stream().allMatch(name -> covers(name, example))) {
                    write(Output.TRANSITION, on("diff", pair.get(0), pair.get(1), example.toString()));
                }
            }
        }
        String several = EXAMPLES.resolve("ensemblier-deux-rives").toString();
        write(Output.TRANSITION, on("diff", "v1", "v2", several, "--type", "ACI"));
    }

    private static List<String> on(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--date", DAY.toString()));
        return all;
    }

    private static boolean covers(String name, Path example) {
        Referential referential = LIBRARY.referential(name, DICTIONARY);
        return Dossier.open(example, DICTIONARY, Period.yearBefore(DAY)).structure().orElseThrow().types().stream()
                .allMatch(referential.types()::contains);
    }

    /** An example with an unreadable date, an unknown column and a file nobody knows. */
    private static Path damaged(String name) throws IOException {
        Path target = folder.resolve(name);
        copy(EXAMPLES.resolve("ai-clef-emploi"), target);
        Path missions = target.resolve("registres/missions.csv");
        String text = Files.readString(missions);
        Files.writeString(missions, text.replaceFirst("2025-11-03", "hier").replaceFirst("exploitation", "expl."));
        Files.writeString(target.resolve("registres/inconnu.csv"), "a;b\n1;2\n");
        return target;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void lists(Path own) {
        write(Output.LISTE, "list");
        write(Output.LISTE, "list", "--type", "EBE");
        write(Output.LISTE, "list", "--referentiels", own.toString());
        write(Output.LISTE, "list", own.resolve("notre-grille.yaml").toString());
        for (String name : LIBRARY.names()) {
            write(Output.LISTE, "list", name);
            write(Output.LISTE, "list", name, "--type", "AI");
        }
    }

    private static void explanations(Path own) {
        write(Output.EXPLICATION, "explain", "6.1.G-DP");
        write(Output.EXPLICATION, "explain", "1.1.1", "-r", "cap");
        write(Output.EXPLICATION, "explain", "missions", "missions.date_suivi_client");
        write(Output.EXPLICATION, "explain", "mission de travail", "confidentialite", "coup_de_pouce", "ISO-4.1");
        write(
                Output.EXPLICATION,
                "explain",
                "8.B",
                "-r",
                own.resolve("notre-grille.yaml").toString());
        for (String name : List.of("cedre-v1", "cedre-v2", "cap")) {
            List<String> all = new ArrayList<>(List.of("explain", "-r", name));
            all.addAll(names(LIBRARY.referential(name, DICTIONARY)));
            write(Output.EXPLICATION, all);
        }
        List<String> registers = new ArrayList<>(List.of("explain"));
        DICTIONARY.schemas().keySet().forEach(name -> registers.add(name + ".csv"));
        write(Output.EXPLICATION, registers);
    }

    private static Set<String> names(Referential one) {
        Set<String> names = new TreeSet<>();
        Stream.concat(one.scope().stream(), one.specifications().stream()).forEach(s -> names.add(s.id()));
        one.glossary().forEach(d -> names.add(d.term()));
        Stream.concat(one.principles().stream(), one.pedagogy().stream()).forEach(p -> names.add(p.id()));
        one.annexes().forEach(a -> a.parts().forEach(p -> names.add(p.code())));
        return names;
    }

    private static void validations(Path own) throws IOException {
        write(Output.VALIDATION, "validate");
        write(
                Output.VALIDATION,
                on("validate", EXAMPLES.resolve("ai-clef-emploi").toString()));
        write(Output.VALIDATION, "validate", "cedre-v2", "v1", "personne", "nulle/part.yaml");
        Path group = Files.createDirectories(folder.resolve("groupe"));
        damaged("groupe/a");
        Files.writeString(group.resolve("groupe.yaml"), "nom: Essai\nmembres: [a]\n");
        Path lost = Files.createDirectories(folder.resolve("perdu"));
        Files.writeString(lost.resolve("groupe.yaml"), "membres: oui\n");
        Path register = Files.writeString(folder.resolve("registre.json"), "{\"name\": \"essai\", \"fields\": []}");
        Path broken = Files.writeString(folder.resolve("casse.json"), "{\"fields\": ");
        Path empty = Files.createDirectories(folder.resolve("vide"));
        write(
                Output.VALIDATION,
                on(
                        "validate",
                        own.toString(),
                        group.toString(),
                        lost.toString(),
                        register.toString(),
                        broken.toString(),
                        empty.toString()));
    }

    private static void plans() throws IOException {
        Path group = Files.createDirectories(folder.resolve("plans"));
        Path member = damaged("plans/a");
        damaged("plans/b");
        copy(EXAMPLES.resolve("aci-jardins-du-pre"), group.resolve("c"));
        Files.createDirectories(group.resolve("vide"));
        Files.writeString(group.resolve("groupe.yaml"), "nom: Essai\nmembres: [a, b, c, vide]\n");
        write(Output.PLAN, on("plan", member.toString(), "--sans-ecrire"));
        write(Output.PLAN, on("plan", member.toString()));
        Path plan = member.resolve("plan-actions.csv");
        Files.writeString(
                plan,
                Files.readString(plan)
                                .replaceFirst(";;;;;;etat", ";;20/11/2026;fait;;;etat")
                                .replaceFirst(";;;;;;etat", ";;bientôt;;;;etat")
                        + ";;;;;;;;;;;;2026-11-20\r\n");
        Files.delete(member.resolve("registres/missions.csv"));
        write(Output.PLAN, on("plan", member.toString()));
        write(Output.PLAN, on("plan", member.toString(), "-r", "cap"));
        write(Output.PLAN, on("plan", group.toString(), "--type", "AI"));
        write(
                Output.PLAN,
                on("plan", EXAMPLES.resolve("cap-atelier-des-possibles").toString(), "--sans-ecrire"));
    }

    static Schema compiled(JsonNode schema) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.toString());
    }

    static List<Error> errors(Schema schema, String text) {
        return schema.validate(text, InputFormat.JSON);
    }

    @ParameterizedTest
    @EnumSource
    void every_output_is_valid(Output output) throws IOException {
        Schema schema = compiled(output.schema());
        for (Written one : output.written()) {
            assertThat(errors(schema, one.text())).as(one.command()).isEmpty();
        }
    }

    /** The schema is what other tools read: a key it does not name where it is written does not exist for them. */
    @ParameterizedTest
    @EnumSource
    void the_published_schema_names_every_key(Output output) throws IOException {
        Schema closed = compiled(closed(output.schema()));
        for (Written one : output.written()) {
            assertThat(errors(closed, one.text())).as(one.command()).isEmpty();
        }
    }

    /** Nothing is promised that is never written, and each key says what it is. */
    @ParameterizedTest
    @EnumSource
    void every_key_of_the_schema_is_written_and_described(Output output) throws IOException {
        Set<String> named = new TreeSet<>();
        JsonNode schema = output.schema();
        named(schema, named);
        Set<String> written = new TreeSet<>();
        for (Written one : output.written()) {
            keys(JSON.readTree(one.text()), written);
        }
        assertThat(named).isEqualTo(written);
        described(schema, schema.get("title").asText());
    }

    static void named(JsonNode schema, Set<String> keys) {
        schema.path("properties").fieldNames().forEachRemaining(keys::add);
        schema.forEach(child -> named(child, keys));
    }

    static void keys(JsonNode node, Set<String> keys) {
        node.fieldNames().forEachRemaining(keys::add);
        node.forEach(child -> keys(child, keys));
    }

    static void described(JsonNode node, String path) {
        if (typed(node)) {
            node.path("properties").properties().forEach(property -> {
                JsonNode value = property.getValue();
                assertThat(value.has("description") || value.has("$ref") || value.has("const"))
                        .as(path + " " + property.getKey())
                        .isTrue();
            });
        }
        node.properties().forEach(child -> described(child.getValue(), path + " " + child.getKey()));
    }

    /** True for the schema of an object. */
    private static boolean typed(JsonNode node) {
        JsonNode type = node.path("type");
        return "object".equals(type.textValue())
                || (type.isArray() && "object".equals(type.path(0).textValue()));
    }

    /** The same schema, that refuses any key it does not name. */
    static JsonNode closed(JsonNode schema) {
        schema.forEach(OutputSchemasTest::closed);
        if (schema instanceof ObjectNode object && typed(object)) {
            object.put("unevaluatedProperties", false);
        }
        return schema;
    }

    @ParameterizedTest
    @EnumSource
    void a_key_that_the_schema_does_not_name_is_left_to_readers(Output output) throws IOException {
        String text = output.written().get(0).text();
        String more = text.replace("\"nom\": \"cedre\"", "\"nom\": \"cedre\", \"site\": \"\"");
        assertThat(more).isNotEqualTo(text);
        assertThat(errors(compiled(output.schema()), more)).isEmpty();
        assertThat(errors(compiled(closed(output.schema())), more)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COMPARAISON | cedre/comparaison/1 | cedre/comparaison/2",
                "COMPARAISON | \"sort\": \"renforcee\" | \"sort\": \"renforce\"",
                "COMPARAISON | \"sort\": \"renforcee\" | \"sort\": \"supprimee\"",
                "COMPARAISON | \"sort\": \"renforcee\" | \"sort\": \"nouvelle\"",
                "COMPARAISON | \"sort\": \"nouvelle\" | \"sort\": \"identique\"",
                "COMPARAISON | \"couverture\": \"partielle\" | \"couverture\": \"en_partie\"",
                "COMPARAISON | \"provenance\": \"officiel\" | \"provenance\": \"sûre\"",
                "COMPARAISON | \"par_identifiants\": false | \"par_identifiants\": null",
                "COMPARAISON | \"supprimees\": | \"perdues\":",
                "COMPARAISON | \"fusionnee\": 0 | \"fusionnee\": -1",
                "TRANSITION | cedre/transition/1 | cedre/comparaison/1",
                "TRANSITION | \"date\": \"2026-11-21\" | \"date\": \"21/11/2026\"",
                "TRANSITION | \"categorie\": \"acquis\" | \"categorie\": \"acquise\"",
                "TRANSITION | \"categorie\": \"acquis\" | \"categorie\": \"nouvelle_deja_couverte\"",
                "TRANSITION | \"categorie\": \"acquis\" | \"categorie\": \"sans_objet\"",
                "TRANSITION | \"categorie\": \"nouvelle_a_couvrir\" | \"categorie\": \"a_renforcer\"",
                "TRANSITION | \"gravite\": \"majeure\" | \"gravite\": \"grave\"",
                "TRANSITION | \"reserve\": null | \"reserve\": false",
                "TRANSITION | \"niveau\": \"erreur\" | \"niveau\": \"grave\"",
                "TRANSITION | \"avant\": | \"hier\":",
                "TRANSITION | \"plan\": \\[ | \"plan\": [{}, ",
                "LISTE | cedre/liste/1 | cedre/liste/1.1",
                "LISTE | \"lisible\": true | \"lisible\": false",
                "LISTE | \"lisible\": false | \"lisible\": true",
                "LISTE | \"regle\": \"tout_ou_rien\" | \"regle\": \"tout\"",
                "LISTE | \"adopte_le\": null | \"adopte_le\": \"2008\"",
                "LISTE | \"vers\": null | \"vers\": 2",
                "LISTE | \"auto_evaluation\": true | \"auto_evaluation\": \"oui\"",
                "LISTE | \"familles\": | \"famille\":",
                "EXPLICATION | cedre/explication/1 | cedre/explication/un",
                "EXPLICATION | \"nature\": \"specification\" | \"nature\": \"exigence\"",
                "EXPLICATION | \"nature\": \"specification\" | \"nature\": \"definition\"",
                "EXPLICATION | \"auto_evaluation\": false | \"auto_evaluation\": true",
                "EXPLICATION | \"gravite\": \"majeure\" | \"gravite\": null",
                "EXPLICATION | \"sens\": \"depuis\" | \"sens\": \"de\"",
                "EXPLICATION | \"probleme\": null | \"probleme\": \"illisible\"",
                "EXPLICATION | \"hors_delai\": \\[\\] | \"hors_delai\": [\"écart majeur\"]",
                "EXPLICATION | \"demande\": | \"nom\":",
                "VALIDATION | cedre/validation/1 | cedre/rapport/1",
                "VALIDATION | \"nature\": \"dossier\" | \"nature\": \"autre\"",
                "VALIDATION | \"niveau\": \"erreur\" | \"niveau\": \"fatal\"",
                "VALIDATION | \"ligne\": null | \"ligne\": 0",
                "VALIDATION | \"resume\": | \"bilan\":",
                "PLAN | cedre/plan/1 | cedre/plan/2",
                "PLAN | \"etat\": \"ouvert\" | \"etat\": \"à vérifier\"",
                "PLAN | \"identite\": \"6 | \"identite\": \"#",
                "PLAN | \"en_retard\": true | \"en_retard\": false",
                "PLAN | \"close\": false | \"close\": true",
                "PLAN | \"objet\": \" | \"objet\": null, \"autre\": \"",
                "PLAN | \"gravite\": \"majeure\" | \"gravite\": \"grave\"",
                "PLAN | \"ecriture\": \"cree\" | \"ecriture\": \"écrit\"",
                "PLAN | \"traitement\": \"suivie\" | \"traitement\": \"autre_referentiel\"",
                "PLAN | \"lignes\": \\[ | \"rangees\": [",
                "PLAN | \"non_concerne\": true | \"non_concerne\": false"
            })
    void an_output_that_says_otherwise_is_refused(Output output, String right, String wrong) throws IOException {
        Schema schema = compiled(output.schema());
        String mistaken = output.written().stream()
                .map(Written::text)
                .filter(text -> Pattern.compile(right).matcher(text).find())
                .findFirst()
                .orElseThrow()
                .replaceFirst(right, wrong);
        assertThat(errors(schema, mistaken)).isNotEmpty();
    }

    @Test
    void each_nature_is_explained_and_each_kind_of_thing_validated() throws IOException {
        assertThat(values(Output.EXPLICATION, "explications", "nature"))
                .containsExactlyInAnyOrder("annexe", "colonne", "definition", "principe", "registre", "specification");
        assertThat(values(Output.VALIDATION, "verifies", "nature"))
                .containsExactlyInAnyOrder(
                        "correspondance", "dictionnaire", "dossier", "echeances", "groupe", "referentiel");
        assertThat(values(Output.TRANSITION, "specifications", "categorie")).hasSize(5);
        assertThat(values(Output.COMPARAISON, "specifications", "sort")).contains("nouvelle", "scindee", "fusionnee");
        assertThat(values(Output.TRANSITION, "problemes", "niveau")).contains("erreur");
    }

    private static Set<String> values(Output output, String list, String key) throws IOException {
        Set<String> values = new TreeSet<>();
        for (Written one : output.written()) {
            JSON.readTree(one.text())
                    .get(list)
                    .forEach(n -> values.add(n.get(key).asText()));
        }
        return values;
    }
}
