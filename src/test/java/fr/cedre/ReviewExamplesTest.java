package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code cedre review} on the examples and the referentials shipped: nothing is said twice, lost, or made up. */
class ReviewExamplesTest {

    private static final String DATE = "2026-11-21";

    @TempDir
    private Path temp;

    /** On the day of its photograph, a folder nobody touched has changed in nothing. */
    @ParameterizedTest
    @CsvSource({
        "ai-clef-emploi, cedre-v2",
        "ai-clef-emploi, cedre-v1",
        "etti-passerelle-interim, cedre-v2",
        "aci-jardins-du-pre, cedre-v2",
        "ei-premier-jour, cedre-v2",
        "ei-premier-jour, iso-9001",
        "ensemblier-deux-rives, cedre-v2",
        "ensemblier-deux-rives, cedre-iso-9001",
        "cap-atelier-des-possibles, cap"
    })
    void aFolderNobodyTouched(String example, String referential) throws IOException {
        Path folder = example(example);
        JsonNode first = review(folder, "-r", referential, "--enregistrer");
        JsonNode second = review(
                folder,
                "-r",
                referential,
                "--reference",
                first.path("photographie").asText("").isEmpty()
                        ? ""
                        : folder.resolve(first.path("photographie").asText()).toString());
        assertThat(words(first)).isSubsetOf("nouveau");
        assertThat(words(second)).isSubsetOf("persistant");
        assertThat(names(second)).isEqualTo(names(first)).isEqualTo(gaps(folder, referential));
        for (JsonNode gap : second.path("ecarts")) {
            assertThat(gap.path("mesure")).isEqualTo(gap.path("mesure_precedente"));
            assertThat(gap.path("occurrences")).isEqualTo(gap.path("occurrences_precedentes"));
            assertThat(gap.path("gravite")).isEqualTo(gap.path("gravite_precedente"));
            assertThat(gap.path("ancienne_specification").isNull()).isTrue();
        }
    }

    /** From the first version to the second: every gap of each side is told once, and none is told mended by a change of text alone. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ai-clef-emploi",
                "etti-passerelle-interim",
                "aci-jardins-du-pre",
                "ei-premier-jour",
                "ensemblier-deux-rives"
            })
    void fromTheFirstVersionToTheSecond(String example) throws IOException {
        Path folder = example(example);
        // nothing proves anything: both versions have much to say
        Files.writeString(
                folder.resolve("preuves.csv"), "ref;titre;nature;specifications;version;valide_le;valide_par\n");
        Set<String> before = gaps(folder, "cedre-v1");
        review(folder, "-r", "cedre-v1", "--enregistrer");
        JsonNode report = review(folder, "-r", "cedre-v2");
        assertThat(report.path("reference").path("base").asText()).isEqualTo("correspondances");
        Set<String> now = new TreeSet<>();
        Set<String> told = new TreeSet<>();
        for (JsonNode gap : report.path("ecarts")) {
            String word = gap.path("changement").asText();
            if (word.equals("leve") || word.equals("a_verifier")) {
                told.add(gap.path("specification").asText());
            } else {
                assertThat(now.add(name(gap))).as(name(gap)).isTrue();
            }
            if (!gap.path("ancienne_specification").isNull()) {
                told.add(gap.path("ancienne_specification").asText());
            } else if (!word.equals("nouveau")) {
                told.add(gap.path("specification").asText());
            }
        }
        assertThat(now).isEqualTo(gaps(folder, "cedre-v2"));
        Set<String> specifications = new TreeSet<>();
        before.forEach(name -> specifications.add(name.substring(0, name.indexOf(' '))));
        assertThat(told).containsAll(specifications);
        assertThat(specifications).isNotEmpty();
        assertThat(report.path("ecarts").findValuesAsText("ancienne_specification"))
                .contains("5.1");
    }

    /** Two types in one folder: what concerns one of them is not lost for the other. */
    @Test
    void twoTypes() throws IOException {
        Path folder = example("ensemblier-deux-rives");
        Path structure = folder.resolve("structure.yaml");
        Files.writeString(
                folder.resolve("preuves.csv"), "ref;titre;nature;specifications;version;valide_le;valide_par\n");
        JsonNode first = review(folder, "--enregistrer");
        String text = Files.readString(structure);
        assertThat(text).contains("types: [");
        List<String> types = new ArrayList<>();
        first.path("structure").path("types").forEach(t -> types.add(t.asText()));
        assertThat(types).hasSizeGreaterThan(1);
        Files.writeString(structure, text.replaceFirst("types: \\[.*?]", "types: [" + types.get(0) + "]"));
        JsonNode second = review(folder);
        assertThat(words(second)).isNotEmpty().doesNotContain("rouvert");
        assertThat(second.path("changements").path("nouveau").asInt()).isZero();
    }

    private Path example(String name) throws IOException {
        Path folder = Folders.copy(Path.of("examples", name), temp.resolve(name));
        Path history = folder.resolve("historique");
        if (Files.isDirectory(history)) {
            try (Stream<Path> photographs = Files.list(history)) {
                for (Path photograph : photographs.toList()) {
                    Files.delete(photograph);
                }
            }
        }
        return folder;
    }

    private static JsonNode review(Path folder, String... options) throws IOException {
        List<String> args = new ArrayList<>(List.of("review", folder.toString(), "--date", DATE, "-f", "json"));
        args.addAll(List.of(options));
        CedreRunner.Result result = CedreRunner.run(args);
        assertThat(result.code()).as(result.err()).isIn(0, 1);
        return result.json();
    }

    private static Set<String> words(JsonNode report) {
        return new TreeSet<>(report.path("ecarts").findValuesAsText("changement"));
    }

    private static Set<String> names(JsonNode report) {
        Set<String> names = new TreeSet<>();
        report.path("ecarts").forEach(gap -> names.add(name(gap)));
        return names;
    }

    private static String name(JsonNode gap) {
        return gap.path("specification").asText() + " " + gap.path("controle").asText() + " "
                + gap.path("objet").asText();
    }

    /** Every gap that {@code cedre check} finds, once whatever the types. */
    private static Set<String> gaps(Path folder, String referential) throws IOException {
        JsonNode report = CedreRunner.run("check", folder.toString(), "--date", DATE, "-r", referential, "-f", "json")
                .json();
        Set<String> names = new TreeSet<>();
        for (String part : List.of("specifications", "champ")) {
            for (JsonNode specification : report.path(part)) {
                for (JsonNode finding : specification.path("constats")) {
                    if (finding.path("niveau").asText().equals("ecart")) {
                        names.add(specification.path("id").asText() + " "
                                + finding.path("controle").asText() + " "
                                + finding.path("objet").asText());
                    }
                }
            }
        }
        return names;
    }
}
