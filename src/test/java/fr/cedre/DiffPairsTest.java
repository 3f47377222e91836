package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.StructureType;
import fr.cedre.referential.Library;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Specification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** {@code cedre diff} between every two shipped referentials: nothing lost, nothing twice, nothing without a reason. */
class DiffPairsTest {

    private static final Library LIBRARY = Library.open(null, null);
    private static final Dictionary DICTIONARY = LIBRARY.dictionary();

    @TestFactory
    Stream<DynamicTest> everyPair() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String from : LIBRARY.names()) {
            for (String to : LIBRARY.names()) {
                tests.add(DynamicTest.dynamicTest(from + " " + to, () -> whole(from, to)));
            }
        }
        return tests.stream();
    }

    private static void whole(String from, String to) throws IOException {
        CedreRunner.Result result = CedreRunner.run("diff", from, to, "-f", "json");
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        JsonNode report = result.json();
        Referential first = LIBRARY.referential(from, DICTIONARY);
        Referential second = LIBRARY.referential(to, DICTIONARY);
        SoftAssertions all = new SoftAssertions();
        all.assertThat(report.path("par_identifiants").asBoolean())
                .as("a way is written")
                .isFalse();
        String text = CedreRunner.run("diff", from, to).out();
        all.assertThat(text).contains("Lecture");
        boolean written = LIBRARY.correspondenceFiles().containsKey(from + "--" + to + ".yaml")
                || LIBRARY.correspondenceFiles().containsKey(to + "--" + from + ".yaml");
        if (written || from.equals(to)) {
            all.assertThat(text).doesNotContain("Attention");
        }
        all.assertThat(types(report, "types"))
                .containsExactlyElementsOf(second.types().stream()
                        .filter(first.types()::contains)
                        .map(StructureType::code)
                        .toList());
        for (String code : types(report, "types")) {
            type(report, first, second, new StructureType(code), all);
        }
        for (String list : List.of("specifications", "supprimees")) {
            for (JsonNode entry : report.path(list)) {
                all.assertThat(entry.path("pourquoi").asText())
                        .as("reason of " + entry.path("id").asText() + " in " + list)
                        .isNotBlank();
            }
        }
        boolean same = report.path("synthese").path("identique").asInt()
                        == report.path("specifications").size()
                && report.path("supprimees").isEmpty();
        all.assertThat(same)
                .as("nothing changes within one referential, and there only")
                .isEqualTo(from.equals(to));
        all.assertAll();
    }

    private static void type(
            JsonNode report, Referential first, Referential second, StructureType type, SoftAssertions all) {
        List<String> entries = new ArrayList<>();
        Set<String> origins = new LinkedHashSet<>();
        for (JsonNode entry : concerning(report, "specifications", type)) {
            entries.add(entry.path("id").asText());
            List<String> from = entry.path("origines").findValuesAsText("id");
            origins.addAll(from);
            all.assertThat(from).as("origins of " + entry).doesNotHaveDuplicates();
            all.assertThat(entry.path("sort").asText().equals("nouvelle"))
                    .as("new means without origin: " + entry)
                    .isEqualTo(from.isEmpty());
            all.assertThat(entry.path("sort").asText()).isNotEqualTo("supprimee");
        }
        List<String> dropped = concerning(report, "supprimees", type).stream()
                .map(d -> d.path("id").asText())
                .toList();
        all.assertThat(entries)
                .as("each specification once for " + type)
                .containsExactlyElementsOf(addressing(second, type));
        all.assertThat(dropped).as("dropped once for " + type).doesNotHaveDuplicates();
        all.assertThat(dropped).as("dropped is no origin").doesNotContainAnyElementsOf(origins);
        Set<String> known = new LinkedHashSet<>(origins);
        known.addAll(dropped);
        all.assertThat(known)
                .as("each specification has a sequel or is dropped for " + type)
                .containsExactlyInAnyOrderElementsOf(addressing(first, type));
    }

    /** Entries about a type; in full, entries of types it does not address are said with their types. */
    private static List<JsonNode> concerning(JsonNode report, String list, StructureType type) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode entry : report.path(list)) {
            List<String> types = types(entry, "types");
            if (types.isEmpty() || types.contains(type.code())) {
                found.add(entry);
            }
        }
        return found;
    }

    private static List<String> types(JsonNode node, String key) {
        List<String> types = new ArrayList<>();
        node.path(key).forEach(t -> types.add(t.asText()));
        return types;
    }

    private static List<String> addressing(Referential referential, StructureType type) {
        return referential.specifications().stream()
                .filter(s -> s.variantFor(type).isPresent())
                .map(Specification::id)
                .toList();
    }

    @Test
    void eachTypeSeesItsOwnDifferencesFromV1ToV2() throws IOException {
        String ai = CedreRunner.run("diff", "v1", "v2", "--type", "AI").out();
        String etti = CedreRunner.run("diff", "v1", "v2", "--type", "ETTI").out();
        String aci = CedreRunner.run("diff", "v1", "v2", "--type", "ACI").out();
        String ei = CedreRunner.run("diff", "v1", "v2", "--type", "EI").out();
        assertThat(Set.of(ai, etti, aci, ei)).hasSize(4);
        // Its own column appears: letters that AI and ETTI keep whole are rewritten for ACI and EI.
        assertThat(fate("ACI", "6.1.F")).isEqualTo("nouvelle");
        assertThat(fate("AI", "6.1.F")).isNotEqualTo("nouvelle");
        assertThat(aci).contains("6.1.B3").doesNotContain("6.2.D4");
        assertThat(ei).contains("6.1.B3").doesNotContain("6.2.D4");
        // An AI sees the sub-specifications of each letter.
        assertThat(ai).contains("6.1.A1", "6.1.G-DP", "6.2.D4").doesNotContain("6.1.B3");
        assertThat(fate("AI", "6.1.A1")).isEqualTo("scindee");
        assertThat(fate("AI", "6.1.G-DP")).isEqualTo("nouvelle");
        assertThat(fate("ACI", "6.1.G-DP")).isEqualTo("scindee");
    }

    private static String fate(String type, String id) throws IOException {
        JsonNode report = CedreRunner.run("diff", "v1", "v2", "--type", type, "-f", "json")
                .json();
        for (JsonNode entry : report.path("specifications")) {
            if (entry.path("id").asText().equals(id)) {
                return entry.path("sort").asText();
            }
        }
        return "";
    }

    @Test
    void theTransitionSaysTheSameFatesAndOriginsAsTheComparison() throws IOException {
        for (String pair : List.of("v1 v2", "v2 v1", "v2 cap-iso-9001", "cap-iso-9001 cedre-iso-9001", "v1 cap-rse")) {
            String[] ends = pair.split(" ", -1);
            for (String base : List.of("ai", "aci", "ei", "etti")) {
                String folder = CaseFolder.BASES.resolve(base).toString();
                JsonNode transition = CedreRunner.run("diff", ends[0], ends[1], folder, "-f", "json")
                        .json();
                JsonNode comparison = CedreRunner.run(
                                "diff",
                                ends[0],
                                ends[1],
                                "--type",
                                base.toUpperCase(java.util.Locale.ROOT),
                                "-f",
                                "json")
                        .json();
                assertThat(said(transition)).as(pair + " " + base).containsAll(said(comparison));
                assertThat(transition.path("supprimees")).isEqualTo(comparison.path("supprimees"));
            }
        }
    }

    private static List<String> said(JsonNode report) {
        List<String> said = new ArrayList<>();
        for (JsonNode entry : report.path("specifications")) {
            List<String> origins = new ArrayList<>();
            entry.path("origines")
                    .forEach(o -> origins.add(
                            o.path("id").asText() + " " + o.path("couverture").asText()));
            said.add(entry.path("id").asText() + " " + entry.path("sort").asText() + " " + origins);
        }
        return said;
    }
}
