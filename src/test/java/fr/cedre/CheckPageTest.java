package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of a check says of months, proofs and levels what the folder says, at the exact bound too. */
class CheckPageTest {

    @TempDir
    private Path temp;

    private static Document page(Path folder, String... more) {
        List<String> args = new ArrayList<>(List.of("check", folder.toString(), "--date", "2026-11-21", "-f", "html"));
        args.addAll(List.of(more));
        return Jsoup.parse(CedreRunner.run(args).out());
    }

    private Path built(String name) throws IOException {
        Path folder = Files.createDirectory(temp.resolve("dossier"));
        new CaseFolder(CaseFolder.CASES.resolve(name)).build(folder);
        return folder;
    }

    @ParameterizedTest
    @CsvSource({
        "ai-part-5-sur-15-heures, seuil tenu",
        "ai-part-4-sur-15-heures, sous le seuil",
        "ai-part-argumente-au-seuil, à examiner",
        "ai-part-argumente-insuffisant, sous le seuil"
    })
    void aMonthOfTheChartSaysWhatTheFindingsSay(String name, String word) throws IOException {
        Element month =
                page(built(name)).select("tr:has(> th:containsOwn(juin 2026))").first();
        assertThat(month).isNotNull();
        assertThat(month.select("td").last().text()).isEqualTo(word);
    }

    @Test
    void theCalendarCountsThePeriodFromItsFirstDayToItsLastAndMarksTheMonthsWithout() throws IOException {
        Path folder = Folders.copy(CaseFolder.BASES.resolve("ai"), temp.resolve("dossier"));
        Folders.write(folder.resolve("registres/regulations.csv"), """
                id;date_prevue;date_tenue
                R-1;2025-11-21;2025-11-21
                R-2;2025-11-22;2025-11-22
                R-3;2026-03-10;
                R-4;2026-03-11;2026-03-11
                R-5;2026-11-21;2026-11-21
                R-6;2026-11-22;2026-11-22
                """);
        Files.delete(folder.resolve("registres/suivis.csv"));
        Document page = page(folder);
        Element held = page.select("table.mois tr:has(> th:containsOwn(Réunions de régulation))")
                .first();
        assertThat(held).isNotNull();
        assertThat(held.select("td").eachText())
                .containsExactly("1", "0", "0", "0", "1", "0", "0", "0", "0", "0", "0", "0", "1", "3");
        assertThat(held.select("td.vide")).hasSize(10);
        assertThat(page.text())
                .contains("Entretiens de suivi suivis.csv, date rien à lire : registre ou colonne absents");
    }

    @Test
    void aProofIsShownWithItsVersionAndDatesAndWhyItDoesNotCount() {
        Document page = page(Path.of("examples/ai-clef-emploi"));
        assertThat(cells(page, "6.1.A5", "HO-01"))
                .containsExactly("document", "3", "05/01/2026", "30/09/2026", "non : expirée le 30/09/2026");
        assertThat(cells(page, "3.1", "MQ-01")).containsExactly("Manuel qualité", "4", "15/09/2025", "oui");
    }

    private static List<String> cells(Document page, String specification, String ref) {
        Element sheet = page.select("#specifications-fiches > .fiche").stream()
                .filter(f -> f.select("summary h3").text().startsWith(specification + " "))
                .findFirst()
                .orElseThrow();
        return sheet.select("tr:has(> th:containsOwn(" + ref + ")) td").eachText();
    }

    @Test
    void aSelfAssessmentShowsLevelsAndNoVerdict() {
        Document page = page(Path.of("examples/cap-atelier-des-possibles"));
        assertThat(page.select(".verdict").text()).startsWith("Auto-évaluation : 56 objectifs situés sur 59");
        assertThat(page.select("#niveaux ~ .large tbody tr:has(td)")).hasSize(56);
        assertThat(page.select(".tuiles").text()).doesNotContain("écart");
    }
}
