package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.cedre.deadline.DeadlineRules;
import fr.cedre.dossier.Dictionary;
import fr.cedre.group.Group;
import fr.cedre.problem.Problems;
import fr.cedre.referential.Library;
import fr.cedre.yaml.YamlNode;
import fr.cedre.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a référent copies from VOCABULAIRE.md is accepted, by the readers and by the schemas. */
class VocabularyTest {

    private static final Path DOCUMENT = Path.of("referentiels/VOCABULAIRE.md");
    private static final Library LIBRARY = Library.open(null, null);
    private static final Dictionary DICTIONARY = LIBRARY.dictionary();

    /** What stands around an example; its families, scale and documents are enough for all of them. */
    private static final String ROOT = """
            titre: Essai
            version: "1"
            provenance: proposition
            notice: Essai.
            familles: [{id: tous, titre: Tous, types: [AI, ETTI, ACI, EI]}]
            """;

    private static final String CHAPTER = """
            chapitres:
              - id: "0"
                titre: Essai
                specifications:
                  - id: "0.1"
                    intitule: Essai
                    reference: {section: "0.1"}
                    gravite: mineure
                    conseil: Essayer.
            """;

    private static final String SCALE = """
            echelle: [{niveau: "0", titre: Rien}, {niveau: "1", titre: Un peu}, {niveau: "2", titre: Assez}]
            """;

    @TempDir
    Path folder;

    /** One block of the document. */
    record Example(String section, String text) {
        @Override
        public String toString() {
            return section + " " + text.lines().findFirst().orElse("");
        }
    }

    static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        String section = "";
        StringBuilder block = null;
        for (String line : Files.readString(DOCUMENT).split("\n", -1)) {
            if (line.equals("```yaml")) {
                block = new StringBuilder();
            } else if (line.startsWith("```") && block != null) {
                examples.add(new Example(section, block.toString()));
                block = null;
            } else if (block != null) {
                block.append(line).append('\n');
            } else if (line.startsWith("#")) {
                section = line.replaceAll("^#+ ", "");
            }
        }
        return examples;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void each_example_is_accepted(Example example) throws IOException {
        Problems problems = new Problems();
        YamlNode node = YamlReader.read(example.text(), "exemple", problems).orElseThrow();
        assertThat(problems.sorted()).isEmpty();
        Set<String> keys =
                node instanceof YamlNode.Mapping mapping ? mapping.entries().keySet() : Set.of();
        String text = example.text();
        if (keys.isEmpty()) {
            referential(SCALE + CHAPTER + inside("exigence: Essai.\ncontroles:\n" + text.indent(2)));
        } else if (keys.contains("membres")) {
            group(text);
        } else if (keys.contains("renouvellements")) {
            assertThat(DeadlineRules.read(node, "exemple", DICTIONARY).parameters())
                    .isNotEmpty();
            valid("echeances", text);
        } else if (keys.containsAll(Set.of("de", "vers"))) {
            correspondence(text);
        } else if (keys.contains("familles")) {
            read(text);
        } else if (keys.contains("variantes")) {
            referential(CHAPTER + inside(text));
        } else if (keys.equals(Set.of("provenance"))) {
            referential(CHAPTER + inside("exigence: Essai.\njugement: Essai.\n" + text));
        } else {
            boolean whole = keys.contains("chapitres");
            referential(text + (whole ? "" : CHAPTER + inside("exigence: Essai.\njugement: Essai.\n")));
        }
    }

    @Test
    void every_fate_and_every_defect_of_a_level_is_shown() throws IOException {
        String document = Files.readString(DOCUMENT);
        for (fr.cedre.referential.Fate fate : fr.cedre.referential.Fate.values()) {
            assertThat(document).contains("| `" + fate.code() + "` |");
        }
        for (fr.cedre.check.LevelCheck.Defect defect : fr.cedre.check.LevelCheck.Defect.values()) {
            String code = defect.name().toLowerCase(java.util.Locale.ROOT);
            assertThat(document).contains("| `" + code + "` |").contains("defaut: " + code + ",");
        }
    }

    private static String inside(String text) {
        return text.indent(8);
    }

    private void referential(String text) throws IOException {
        read("id: essai\n" + ROOT + text);
    }

    private void read(String text) throws IOException {
        String id = Pattern.compile("^id: (\\S+)", Pattern.MULTILINE)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        Path file = folder.resolve(id + ".yaml");
        Files.writeString(file, text);
        assertThat(LIBRARY.referential(file.toString(), DICTIONARY).specifications())
                .isNotEmpty();
        valid("referentiel", text);
    }

    private void correspondence(String text) throws IOException {
        Problems problems = new Problems();
        YamlNode.Mapping root =
                (YamlNode.Mapping) YamlReader.read(text, "", problems).orElseThrow();
        String name = value(root, "de") + "--" + value(root, "vers") + ".yaml";
        Path file = Files.createDirectories(folder.resolve("correspondances")).resolve(name);
        Files.writeString(file, text);
        assertThat(LIBRARY.correspondence(file).from()).isEqualTo(value(root, "de"));
        valid("correspondance", text);
    }

    private static String value(YamlNode.Mapping mapping, String key) {
        return mapping.get(key) instanceof YamlNode.Scalar scalar ? scalar.value() : "";
    }

    private void group(String text) throws IOException {
        for (String member : List.of("ai-nord", "aci-sud")) {
            Files.createDirectories(folder.resolve(member));
        }
        Files.writeString(folder.resolve(Group.FILE), text);
        assertThat(Group.read(folder).members()).hasSize(2);
        valid("groupe", text);
    }

    private static void valid(String schema, String text) throws IOException {
        Path file = Path.of("referentiels/schemas/" + schema + ".schema.json");
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(file))
                        .validate(text, InputFormat.YAML))
                .isEmpty();
    }

    @Test
    void the_document_names_its_sections_rightly() throws IOException {
        String document = Files.readString(DOCUMENT);
        List<String> sections = Stream.of(document.split("\n", -1))
                .filter(l -> l.matches("## \\d+\\. .*"))
                .map(l -> l.replaceAll("^## (\\d+)\\..*", "$1"))
                .toList();
        assertThat(sections)
                .containsExactlyElementsOf(Stream.iterate(1, i -> i + 1)
                        .limit(sections.size())
                        .map(String::valueOf)
                        .toList());
        assertThat(Pattern.compile("\\(§ (\\d+)\\)").matcher(document).results().map(m -> m.group(1)))
                .allMatch(sections::contains);
    }
}
