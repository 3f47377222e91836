package fr.cedre.report;

import static fr.cedre.CedreRunner.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.cedre.CedreRunner.Result;
import fr.cedre.dossier.Dictionary;
import fr.cedre.problem.CedreException;
import fr.cedre.referential.Library;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Specification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplanationTest {

    @TempDir
    Path folder;

    @Test
    void three_wordings_and_their_checks() throws IOException {
        Result result = run("explain", "6.1.G-DP");
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        Golden.check("explication-6.1.G-DP.txt", withoutRelations(result.out()));
    }

    @Test
    void in_detail_with_parameters_and_advice() throws IOException {
        Golden.check(
                "explication-6.2.D4-detail.txt",
                withoutRelations(run("explain", "6.2.d4", "--detail").out()));
    }

    @Test
    void a_register_and_a_column() throws IOException {
        Golden.check(
                "explication-missions.txt",
                run("explain", "registres/missions.csv", "missions.date_suivi_client")
                        .out());
    }

    /** Correspondences are still being written; they are looked at on their own. */
    private static String withoutRelations(String text) {
        int end = text.indexOf("\nDepuis ");
        return end < 0 ? text : text.substring(0, end);
    }

    @Test
    void what_it_comes_from_and_becomes() {
        String out = run("explain", "6.1.A").out();
        assertThat(out).contains("Depuis cedre-v1 (", "Vers cap", "vient de 6.1.A « ", "- devient 2.1.1 « ");
        assertThat(out.indexOf("Depuis cedre-v1")).isLessThan(out.indexOf("Vers cap"));
        assertThat(run("explain", "6.1.A", "-r", "v1").out())
                .contains("Vers cedre-v2 (")
                .doesNotContain("Depuis ");
    }

    @Test
    void an_objective_of_self_assessment_shows_its_scale() {
        assertThat(run("explain", "1.1.1", "-r", "cap").out())
                .contains(
                        "Gravité      aucune : c'est une auto-évaluation",
                        "Pour se situer\n",
                        "Échelle\n",
                        "0  Rien d'engagé : ",
                        "voix-eloignees · point sensible",
                        "Paramètre du projet : ecart_de_voix = 2")
                .doesNotContain("Si aucune preuve");
    }

    @Test
    void a_clause_is_found_where_it_is_written() {
        Result result = run("explain", "ISO-4.1");
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains(
                        "! Absent de cedre-v2 : expliqué d'après iso-9001-2015, seul à le contenir.",
                        "À juger  ",
                        "proposition du projet");
        assertThat(run("explain", "ISO-4.1", "-r", "cedre-iso").out())
                .contains("Reprise telle quelle de iso-9001-2015.")
                .doesNotContain("Absent de");
    }

    @Test
    void a_reconstitution_says_its_source_and_its_confidence() {
        assertThat(run("explain", "7.D").out())
                .contains("Absent de cedre-v2 : expliqué d'après cedre-v1", "Reconstitution, source S", "confiance ");
    }

    @Test
    void a_word_of_the_glossary_whatever_its_case_and_accents() {
        String expected = run("explain", "Suivi à minima").out();
        assertThat(expected).startsWith("Suivi à minima\n\n").contains("Glossaire    Référentiel CEDRE, version 2");
        assertThat(run("explain", "suivi A MINIMA").out()).isEqualTo(expected);
        assertThat(run("explain", "risque").out()).contains("expliqué d'après iso-9001-2015");
    }

    @Test
    void principles_and_parts_of_annexes_too() {
        assertThat(run("explain", "confidentialite").out()).contains("un principe n'est pas contrôlé");
        assertThat(run("explain", "coup_de_pouce").out()).contains("Code         coup_de_pouce", "Annexe       B, ");
    }

    @Test
    void an_unknown_name_suggests_the_nearest_ones() {
        Result slip = run("explain", "6.1.G-DP", "6.1.G-PD");
        assertThat(slip.code()).isEqualTo(2);
        assertThat(slip.out()).isEmpty();
        assertThat(slip.err()).contains("« 6.1.G-PD » n'est ni une spécification", "vouliez-vous dire « 6.1.G-DP »");
        assertThat(run("explain", "mission").err())
                .contains("« missions », « mission-test » ou « Mission de travail » ?");
        assertThat(run("explain", "missions.date_suivi").err())
                .contains(
                        "La colonne « date_suivi » n'existe pas dans le registre missions", "« date_suivi_client » ?");
        assertThat(run("explain", "6.1").out()).contains("6.1 : Mission accueil", "- 6.1.A1 ");
        Result nothing = run("explain", "zzzzzzzzzz");
        assertThat(nothing.err())
                .contains("ou une colonne.", "cedre list cedre-v2")
                .doesNotContain("vouliez-vous");
        assertThat(run("explain").code()).isEqualTo(2);
    }

    @Test
    void a_referential_of_the_user_by_its_path() throws IOException {
        Path file = Files.writeString(folder.resolve("notre-grille.yaml"), ListTest.OWN);
        Result result = run("explain", "1.1", "-r", file.toString(), "--detail");
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains(
                        "1.1 Réclamations traitées",
                        "Exigence     ACI : Toute réclamation reçoit une réponse.",
                        "reclamation-ouverte · écart majeur",
                        "Paramètre du projet : delai_reponse = 30 jours. Un mois suffit.",
                        "→ Répondez-y demain.",
                        "- Cahier des réclamations (cahier)",
                        "Proposition du projet, source notre règlement, confiance faible.\nÉcrit de mémoire.");
        assertThat(run("explain", "7.D2", "-r", file.toString()).out())
                .contains("Absent de notre-grille : expliqué d'après cedre-v2");
    }

    @Test
    void correspondences_beside_the_file_of_the_user_are_followed() throws IOException {
        Path file = Files.writeString(folder.resolve("notre-grille.yaml"), ListTest.OWN);
        Files.createDirectories(folder.resolve("correspondances"));
        Files.writeString(folder.resolve("correspondances/notre-grille--cedre-v2.yaml"), """
                de: notre-grille
                vers: cedre-v2
                provenance: proposition
                notice: Essai.
                lignes:
                  - {de: "1.1", vers: "8.B", en_partie: ["8.B1", "8.B2"], sort: scindee, pourquoi: Le cahier sert encore.}
                """);
        Files.writeString(folder.resolve("correspondances/notre-grille--inconnu.yaml"), "de: [");
        String out = run("explain", "1.1", "-r", file.toString()).out().replaceAll("\\s+", " ");
        assertThat(out)
                .contains(
                        "Vers cedre-v2 (proposition du projet) ",
                        "- devient 8.B « ",
                        "» (scindée, les mêmes preuves servent) ; devient 8.B1 « ",
                        "» et 8.B2 « ",
                        "» (scindée, preuves à compléter). Le cahier sert encore.",
                        "! notre-grille--inconnu.yaml ne peut pas être suivi : ");
    }

    @Test
    void json_says_the_same() throws IOException {
        JsonNode json = run("explain", "6.1.G-DP", "missions", "missions.fin", "Audit", "-f", "json")
                .json();
        assertThat(json.get("schema").asText()).isEqualTo("cedre/explication/1");
        JsonNode all = json.get("explications");
        assertThat(all)
                .extracting(n -> n.get("nature").asText())
                .containsExactly("specification", "registre", "colonne", "definition");
        JsonNode dp = all.get(0);
        assertThat(dp.get("redactions")).hasSize(3);
        assertThat(dp.get("controles").get(0).get("id").asText()).isEqualTo("part-contractualisee");
        assertThat(dp.get("controles").get(0).get("genre").asText()).isEqualTo("part-mensuelle");
        assertThat(dp.get("controles").get(0).get("registres"))
                .extracting(n -> n.get("nom").asText())
                .contains("heures", "missions", "engagements");
        assertThat(dp.get("controles")
                        .get(2)
                        .get("parametres")
                        .get(0)
                        .get("pourquoi")
                        .asText())
                .isNotBlank();
        assertThat(dp.get("correspondances")).isNotEmpty();
        assertThat(all.get(1).get("colonnes").get(0).get("colonne").asText()).isEqualTo("id");
        assertThat(all.get(2).get("lu_par")).isNotEmpty();
    }

    @Test
    void everything_at_hand_can_be_explained_within_80_columns() {
        Library library = Library.open(null, null);
        Dictionary dictionary = library.dictionary();
        for (String name : library.names()) {
            Referential referential;
            try {
                referential = library.referential(name, dictionary);
            } catch (CedreException e) {
                continue; // being written: validate says it
            }
            List<String> args = new ArrayList<>(List.of("explain", "-r", name, "--detail"));
            referential.specifications().stream().map(Specification::id).forEach(args::add);
            args.addAll(dictionary.schemas().keySet());
            Result result = run(args);
            assertThat(result.err()).as(name).isEmpty();
            assertThat(result.out()
                            .lines()
                            .filter(l -> TextLayout.width(l) > 80 || l.matches(".*(\\bnull\\b|\\[]|certifié).*")))
                    .as(name)
                    .isEmpty();
        }
    }
}
