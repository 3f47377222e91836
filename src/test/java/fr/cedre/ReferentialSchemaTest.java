package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.Dossier;
import fr.cedre.dossier.Period;
import fr.cedre.group.Group;
import fr.cedre.problem.CedreException;
import fr.cedre.referential.Library;
import fr.cedre.referential.Referential;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published JSON Schemas accept what cedre ships and writes, and refuse what its readers refuse. */
class ReferentialSchemaTest {

    private static final Path HOME = Path.of("referentiels");
    private static final Path EXAMPLES = Path.of("examples");
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();
    private static final Library LIBRARY = Library.open(null, null);
    private static final Dictionary DICTIONARY = LIBRARY.dictionary();

    @TempDir
    Path folder;

    private static List<Error> errors(String schema, String text, InputFormat format) {
        return SCHEMAS.computeIfAbsent(schema, ReferentialSchemaTest::read).validate(text, format);
    }

    private static Schema read(String name) {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(HOME.resolve("schemas/" + name + ".schema.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> yaml(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    static List<Path> referentials() throws IOException {
        return yaml(HOME).stream().filter(f -> !f.endsWith(Library.DEADLINES)).toList();
    }

    static List<Path> correspondences() throws IOException {
        return yaml(HOME.resolve("correspondances"));
    }

    /** Every folder that can be checked: the examples and the members of those that are groups. */
    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES, 3)) {
            return files.filter(f -> Files.isRegularFile(f.resolve("structure.yaml")) || Group.is(f))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("referentials")
    void each_referential_is_valid(Path file) throws IOException {
        String yaml = Files.readString(file);
        assertThat(errors("referentiel", yaml, InputFormat.YAML)).isEmpty();
        assertThat(yaml).startsWith("# yaml-language-server: $schema=schemas/referentiel.schema.json\n");
    }

    @ParameterizedTest
    @MethodSource("correspondences")
    void each_correspondence_is_valid(Path file) throws IOException {
        String yaml = Files.readString(file);
        assertThat(errors("correspondance", yaml, InputFormat.YAML)).isEmpty();
        assertThat(yaml).startsWith("# yaml-language-server: $schema=../schemas/correspondance.schema.json\n");
    }

    @Test
    void each_group_is_valid() throws IOException {
        for (Path group : examples().stream().filter(Group::is).toList()) {
            String yaml = Files.readString(group.resolve(Group.FILE));
            assertThat(errors("groupe", yaml, InputFormat.YAML))
                    .as(group.toString())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cedre-v2 | genre: document | genre: documents",
                "cedre-v2 | gravite: majeure | gravite: grave",
                "cedre-v2 | \\n        gravite: majeure | ''",
                "cedre-v2 | intitule: | titre_court:",
                "cedre-v2 | niveau: point_sensible | niveau: point_fort",
                "cedre-v2 | defaut: bientot_expire | defaut: expire_bientot",
                "cedre-v2 | remplace: | remplaces:",
                "cap | defaut: non_evalue | defaut: pas_evalue",
                "cap | defaut: non_evalue | defaut: sous_minimum",
                "cap | nature: auto-evaluation | nature: conformite",
                "cap | nature: auto-evaluation | nature: evaluation",
                "cap | controles_communs: | controles:",
                "cap | partie: | pilier:",
                "cap | indicateurs: | indicateur:",
                "cap | \\nechelle: | \\nechelle: []\\nniveaux:",
                "cedre-v1 | confiance: [a-z]+ | confiance: totale",
                "cedre-iso-9001 | regle: tout_ou_rien | regle: tout",
                "cedre-iso-9001 | inclut: | inclus:"
            })
    void a_mistake_in_a_referential_is_refused_by_schema_and_reader(String name, String right, String wrong)
            throws IOException {
        Path own = folder.resolve(name + ".yaml");
        String yaml = mistaken(HOME.resolve(name + ".yaml"), right, wrong);
        Files.writeString(own, yaml);
        assertThat(errors("referentiel", yaml, InputFormat.YAML)).isNotEmpty();
        assertThatThrownBy(() -> LIBRARY.referential(own.toString(), DICTIONARY))
                .isInstanceOf(CedreException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cedre-v1--cedre-v2 | sort: renforcee | sort: renforce",
                "cedre-v1--cedre-v2 | sort: renforcee | sort: identique",
                "cedre-v1--cedre-v2 | sort: renforcee | sort: scindee",
                "cedre-v1--cedre-v2 | sort: renforcee | sort: nouvelle",
                "cedre-v1--cedre-v2 | sort: renforcee | sort: supprimee",
                "cedre-v1--cedre-v2 | sort: nouvelle | sort: reformulee",
                "cedre-v1--cedre-v2 | \\n    en_partie: .*\\n    sort: renforcee | \\n    sort: renforcee",
                "cedre-v1--cedre-v2 | en_partie: | partiellement:",
                "cedre-v1--cedre-v2 | pourquoi: | parce_que:",
                "cedre-v1--cedre-v2 | provenance: proposition | provenance: perso",
                "cedre-v1--cedre-v2 | notice: | note:",
                "cedre-v2--iso-9001-2015 | sort: scindee | sort: fusionnee",
                "cedre-v2--iso-9001-2015 | sort: scindee | sort: allegee",
                "cedre-v2--cap-iso-9001 | reunit: | reunis:"
            })
    void a_mistake_in_a_correspondence_is_refused_by_schema_and_reader(String name, String right, String wrong)
            throws IOException {
        Path own = Files.createDirectories(folder.resolve("correspondances")).resolve(name + ".yaml");
        String yaml = mistaken(HOME.resolve("correspondances/" + name + ".yaml"), right, wrong);
        Files.writeString(own, yaml);
        assertThat(errors("correspondance", yaml, InputFormat.YAML)).isNotEmpty();
        assertThatThrownBy(() -> LIBRARY.correspondence(own)).isInstanceOf(CedreException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "membres: [a]",
                "nom: G",
                "nom: G\nmembres: []",
                "nom: G\nmembres: [../b]",
                "nom: G\nmembres: [/b]",
                "nom: G\nmembres: [a, a]",
                "nom: G\nmembre: [a]",
                "nom: G\nmembres: [a]\ncertification_groupe: bientôt"
            })
    void a_mistake_in_a_group_is_refused_by_schema_and_reader(String yaml) throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(folder.resolve(Group.FILE), yaml);
        assertThat(errors("groupe", yaml, InputFormat.YAML)).isNotEmpty();
        assertThatThrownBy(() -> Group.read(folder)).isInstanceOf(CedreException.class);
    }

    private static String mistaken(Path file, String right, String wrong) throws IOException {
        String before = Files.readString(file);
        String after = before.replaceFirst(lines(right), lines(wrong));
        assertThat(after).isNotEqualTo(before);
        return after;
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_reports_of_each_example_are_valid(Path example) {
        for (String name : LIBRARY.names()) {
            CedreRunner.Result result =
                    CedreRunner.run("check", example.toString(), "-r", name, "--date", "2026-11-21", "-f", "json");
            if (!Group.is(example) && !covers(name, example)) {
                assertThat(result.out()).isEmpty();
                assertThat(result.code()).isEqualTo(2);
            } else {
                assertThat(errors("rapport-1", result.out(), InputFormat.JSON))
                        .as(name)
                        .isEmpty();
            }
        }
    }

    private static boolean covers(String name, Path example) {
        Referential referential = LIBRARY.referential(name, DICTIONARY);
        return Dossier.open(example, DICTIONARY, Period.yearBefore(LocalDate.of(2026, 11, 21)))
                .structure()
                .orElseThrow()
                .types()
                .stream()
                .allMatch(referential.types()::contains);
    }

    @Test
    void the_report_of_a_group_is_valid_whatever_its_members() throws IOException {
        List<String> members = new ArrayList<>();
        for (String name : List.of("ai-clef-emploi", "aci-jardins-du-pre", "cap-atelier-des-possibles")) {
            copy(EXAMPLES.resolve(name), folder.resolve(name));
            members.add(name);
        }
        Files.createDirectories(folder.resolve("vide"));
        members.add("vide");
        String list = "nom: Essai\nmembres: [" + String.join(", ", members) + "]\n";
        Files.writeString(folder.resolve(Group.FILE), list);
        for (List<String> options : List.of(
                List.<String>of(),
                List.of("-r", "cedre-v2"),
                List.of("-r", "cedre-iso-9001", "--seuil", "a_examiner"),
                List.of("--type", "AI"))) {
            List<String> args =
                    new ArrayList<>(List.of("check", folder.toString(), "--date", "2026-11-21", "-f", "json"));
            args.addAll(options);
            CedreRunner.Result result = CedreRunner.run(args);
            assertThat(errors("rapport-1", result.out(), InputFormat.JSON))
                    .as(options.toString())
                    .isEmpty();
            assertThat(result.json().get("membres")).hasSize(4);
        }
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

    @Test
    void a_report_that_says_otherwise_is_refused() throws IOException {
        copy(EXAMPLES.resolve("ai-clef-emploi"), folder.resolve("ai"));
        Files.createDirectories(folder.resolve("vide"));
        Files.writeString(folder.resolve(Group.FILE), "nom: Essai\nmembres: [ai, vide]\n");
        String report = CedreRunner.run("check", folder.toString(), "--date", "2026-11-21", "-f", "json")
                .out();
        assertThat(errors("rapport-1", report, InputFormat.JSON)).isEmpty();
        Map<String, String> mistakes = Map.of(
                "\"statut\": \"conforme\"", "\"statut\": \"certifié\"",
                "\"provenance\": \"officiel\"", "\"provenance\": \"sûre\"",
                "\"auto_evaluation\": false", "\"auto_evaluation\": \"non\"",
                "\"position\": null", "\"position\": \"2\"",
                "\"reprises\": []", "\"reprises\": [\"MQ-01\"]",
                "\"regle\": \"par_membre\"", "\"regle\": \"au_choix\"",
                "\"non_concerne\": false", "\"non_concerne\": true",
                "\"dossier\": \"vide\"", "\"chemin\": \"vide\"",
                "\"partages\":", "\"communs\":",
                "\"en_defaut\":", "\"defaillants\":");
        mistakes.forEach((right, wrong) -> {
            assertThat(report).contains(right);
            assertThat(errors("rapport-1", report.replace(right, wrong), InputFormat.JSON))
                    .as(wrong)
                    .isNotEmpty();
        });
    }
}
