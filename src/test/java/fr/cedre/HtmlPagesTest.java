package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.cedre.report.Golden;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of {@code diff}, of {@code review} and of a group: whole, and with the same counts as the JSON. */
class HtmlPagesTest {

    private static final String COMPARISON = "diff v1 v2";
    private static final String TRANSITION = "diff v1 v2 examples/ai-clef-emploi";
    private static final String REVIEW = "review examples/aci-jardins-du-pre";
    private static final String GROUP_REVIEW = "review examples";
    private static final String GROUP = "check examples";

    @ParameterizedTest
    @ValueSource(
            strings = {
                COMPARISON,
                TRANSITION,
                REVIEW,
                GROUP_REVIEW,
                GROUP,
                "diff v2 v1",
                "diff v2 v2",
                "diff v2 cap",
                "diff cap-rse cedre-iso-9001",
                "diff v1 v2 --type AI --type ACI",
                "diff v1 v2 examples/ensemblier-deux-rives",
                "diff v2 cap examples/cap-atelier-des-possibles",
                "diff v2 cedre-iso-9001 examples/ei-premier-jour",
                "review examples/ei-premier-jour",
                "review examples/ensemblier-deux-rives --chapitre 6.1",
                "review examples/cap-atelier-des-possibles",
                "review examples/aci-jardins-du-pre -r cap-iso-9001",
                "check examples -r cedre-iso-9001",
                "check examples -r cap",
                "check examples --type ACI"
            })
    void everyPageIsWhole(String command) throws IOException {
        page(command).sound();
    }

    @ParameterizedTest
    @CsvSource({
        "comparaison, " + COMPARISON,
        "transition, " + TRANSITION,
        "revue, " + REVIEW,
        "revue-groupe, " + GROUP_REVIEW,
        "groupe, " + GROUP
    })
    void pagesAreThoseWeRead(String name, String command) throws IOException {
        Golden.check("page-" + name + ".html", page(command).body());
    }

    @Test
    void sameBytesWhateverTheMachine() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        for (String command : List.of(COMPARISON, TRANSITION, REVIEW, GROUP_REVIEW, GROUP)) {
            String here = run(command, "html").out();
            try {
                Locale.setDefault(Locale.forLanguageTag("ar-EG"));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                assertThat(run(command, "html").out()).isEqualTo(here);
            } finally {
                Locale.setDefault(locale);
                TimeZone.setDefault(zone);
            }
        }
    }

    @Test
    void aComparisonHasTheRowsOfTheJson() throws IOException {
        for (String command : List.of(COMPARISON, "diff v1 v2 --type ACI", "diff v2 cap", "diff v2 v1")) {
            HtmlPage page = page(command);
            JsonNode json = run(command, "json").json();
            Map<String, Integer> expected = new TreeMap<>();
            for (JsonNode one : json.path("specifications")) {
                expected.merge(one.path("sort").asText() + " " + one.path("id").asText(), 1, Integer::sum);
            }
            for (JsonNode one : json.path("supprimees")) {
                expected.merge("supprimee " + one.path("id").asText(), 1, Integer::sum);
            }
            Map<String, Integer> shown = new TreeMap<>();
            for (Element row : page.document().select("#comparaison tr[data-fiche]")) {
                String fate = row.attr("data-fiche").replaceAll(".*sort=(\\w+).*", "$1");
                for (Element id :
                        row.select("td").get(fate.equals("supprimee") ? 0 : 2).select("b")) {
                    shown.merge(fate + " " + id.text(), 1, Integer::sum);
                }
            }
            assertThat(shown).as(command).isEqualTo(expected);
            for (JsonNode one : json.path("specifications")) {
                assertThat(page.document().text())
                        .contains(one.path("pourquoi").asText().replaceAll("\\s+", " "));
            }
        }
    }

    @Test
    void aTransitionHasTheCountsAndThePlanOfTheJson() throws IOException {
        for (String command : List.of(TRANSITION, "diff v1 v2 examples/ensemblier-deux-rives")) {
            HtmlPage page = page(command);
            JsonNode json = run(command, "json").json();
            List<String> counts = new ArrayList<>();
            json.path("synthese").forEach(n -> counts.add(n.asText()));
            assertThat(page.document().select(".tuiles .nombre").eachText()).isEqualTo(counts);
            List<String> plan = new ArrayList<>();
            for (JsonNode one : json.path("plan")) {
                plan.add((plan.size() + 1) + ". " + one.path("id").asText()
                        + (one.path("type").isNull()
                                ? ""
                                : " [" + one.path("type").asText() + "]"));
            }
            List<String> titles = page.document().select("article.fiche h3").eachText();
            assertThat(titles).hasSameSizeAs(plan);
            for (int i = 0; i < plan.size(); i++) {
                assertThat(titles.get(i)).startsWith(plan.get(i) + " ");
            }
            List<String> categories = new ArrayList<>();
            json.path("specifications")
                    .forEach(s -> categories.add(s.path("categorie").asText()));
            assertThat(page.document().select("#passage tr[data-fiche]").stream()
                            .map(r -> r.attr("data-fiche").replaceAll("categorie=(\\w+) .*", "$1"))
                            .toList())
                    .isEqualTo(categories);
            String text = page.document().text();
            json.path("preuves")
                    .path("reutilisables")
                    .forEach(r -> assertThat(text).contains(r.asText()));
            json.path("supprimees")
                    .forEach(s -> assertThat(text).contains(s.path("pourquoi").asText()));
        }
    }

    @Test
    void aReviewHasTheChangesOfTheJson() throws IOException {
        for (String command : List.of(REVIEW, "review examples/ei-premier-jour")) {
            HtmlPage page = page(command);
            JsonNode json = run(command, "json").json();
            Map<String, Integer> expected = new TreeMap<>();
            json.path("ecarts").forEach(e -> expected.merge(e.path("changement").asText(), 1, Integer::sum));
            Map<String, Integer> shown = new TreeMap<>();
            for (Element sheet : page.document().select("#ecarts [data-fiche]")) {
                shown.merge(
                        sheet.attr("data-fiche").replaceAll("changement=(\\w+) .*", "$1"),
                        sheet.select(".constats > li").size(),
                        Integer::sum);
            }
            assertThat(shown).as(command).isEqualTo(expected);
            String text = page.document().text();
            json.path("ecarts")
                    .forEach(e -> assertThat(text).contains(e.path("message").asText()));
            json.path("echeances")
                    .forEach(e -> assertThat(text).contains(e.path("libelle").asText()));
        }
        Element trend = page(REVIEW).document().selectFirst("table.tendance");
        assertThat(trend.select("svg polyline")).hasSameSizeAs(trend.select("tbody tr"));
    }

    @Test
    void aGroupHasTheCountsOfTheJson() throws IOException {
        HtmlPage page = page(GROUP);
        JsonNode json = run(GROUP, "json").json();
        JsonNode counts = json.path("synthese");
        assertThat(page.document().select(".tuiles .nombre").eachText())
                .containsExactly(
                        String.valueOf(json.path("groupe").path("en_defaut").size()),
                        counts.path("majeures").asText(),
                        counts.path("mineures").asText(),
                        counts.path("a_examiner").asText(),
                        counts.path("conforme").asText(),
                        counts.path("sans_objet").asText());
        List<Element> members = page.document().select("details[data-fiche]");
        List<Element> rows = page.document().select(".matrice tbody tr");
        assertThat(members).hasSize(json.path("membres").size());
        for (int i = 0; i < members.size(); i++) {
            JsonNode own = json.path("membres").get(i).path("synthese");
            assertThat(members.get(i).select("article"))
                    .hasSize(own.path("majeures").asInt() + own.path("mineures").asInt());
            assertThat(number(rows.get(i), "majeur"))
                    .isEqualTo(own.path("majeures").asInt());
            assertThat(number(rows.get(i), "mineur"))
                    .isEqualTo(own.path("mineures").asInt());
        }
        assertThat(page.document().select("#groupe a.membre"))
                .hasSize(json.path("partages").findValues("membres").stream()
                        .mapToInt(JsonNode::size)
                        .sum());
    }

    /** What the cells of a row add up to. */
    private static int number(Element row, String word) {
        return row.select(".mot").eachText().stream()
                .filter(t -> t.contains(" " + word))
                .mapToInt(t -> Integer.parseInt(t.replaceAll("\\D", "")))
                .sum();
    }

    static HtmlPage page(String command) {
        return new HtmlPage(run(command, "html").out());
    }

    private static CedreRunner.Result run(String command, String format) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("-f", format, "--date", "2026-11-21"));
        return CedreRunner.run(words);
    }
}
