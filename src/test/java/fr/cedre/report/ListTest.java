package fr.cedre.report;

import static fr.cedre.CedreRunner.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.cedre.CedreRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListTest {

    /** A referential of one specification, as a user may write it. */
    static final String OWN = """
            id: notre-grille
            alias: [nous]
            titre: Notre grille
            version: "3"
            provenance: proposition
            notice: Grille interne.
            familles:
              - {id: production, titre: Production, types: [ACI, EI]}
            parametres:
              delai_reponse: {valeur: 30 jours, pourquoi: Un mois suffit.}
            documents: {cahier: Cahier des réclamations}
            groupe: {regle: tout_ou_rien, pourquoi: Nous répondons ensemble.}
            chapitres:
              - id: "1"
                titre: Clients
                specifications:
                  - id: "1.1"
                    intitule: Réclamations traitées
                    reference: {section: "1.1", page: 3}
                    exigence: Toute réclamation reçoit une réponse.
                    gravite: majeure
                    types: [ACI]
                    provenance: {source: notre règlement, confiance: faible, pourquoi: Écrit de mémoire.}
                    preuves_attendues: [cahier]
                    conseil: Relisez le cahier chaque mois.
                    controles:
                      - id: reclamation-ouverte
                        genre: ligne
                        registre: reclamations
                        exige: {colonne: cloture_le, avant: "date + delai_reponse"}
                        colonne: cloture_le
                        message: "Réclamation {id} du {date} : toujours ouverte."
                        conseil: Répondez-y demain.
            """;

    @TempDir
    Path folder;

    private Path own(String content) throws IOException {
        return Files.writeString(folder.resolve("notre-grille.yaml"), content);
    }

    @Test
    void every_referential_at_hand_with_what_it_covers() {
        Result result = run("list");
        assertThat(result.out())
                .startsWith("Référentiels à disposition (")
                .contains(
                        "\ncedre-v2 (alias v2)\n  Référentiel CEDRE, version 2\n",
                        "  Version 2, d'après le texte officiel ; AI, ETTI, ACI et EI\n  95 spécifications, ",
                        "cap-rse",
                        "Reprend cedre-v2 et iso-9001-2015",
                        "tout ou rien",
                        "reconstitution",
                        "Correspondances (",
                        "- cedre-v1 → cedre-v2 : ")
                .endsWith("Ensuite : cedre list cedre-v2, ou cedre explain 6.1.G-DP.\n");
        assertThat(result.out().lines())
                .allSatisfy(l -> assertThat(TextLayout.width(l)).isLessThanOrEqualTo(80));
    }

    @Test
    void one_referential_in_full() throws IOException {
        Result result = run("list", "v2", "--referentiels", folder.toString());
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        Golden.check("liste-cedre-v2.txt", withoutCorrespondences(result.out()));
    }

    @Test
    void in_detail_each_parameter_says_why() throws IOException {
        Golden.check(
                "liste-cedre-v2-detail.txt",
                withoutCorrespondences(run("list", "v2", "--detail").out()));
    }

    private static String withoutCorrespondences(String text) {
        int end = text.indexOf("\nCorrespondances (");
        return end < 0 ? text : text.substring(0, end);
    }

    @Test
    void only_what_addresses_a_type() {
        Result ai = run("list", "v2", "--type", "ai");
        assertThat(ai.out())
                .contains("6.2.D4  Suivi", "aux spécifications qui visent le type AI, sur 95", "94 spécifications, ")
                .doesNotContain("6.1.B3");
        assertThat(run("list", "v2", "--type", "ACI").out()).contains("6.1.B3").doesNotContain("6.2.D4");
        Result everywhere = run("list", "--type", "EBE");
        assertThat(everywhere.out()).contains("pour le type EBE", "\ncap\n").doesNotContain("\ncedre-v2 (alias");
    }

    @Test
    void an_unknown_type_or_referential_names_the_nearest() {
        Result type = run("list", "v2", "--type", "ETI");
        assertThat(type.code()).isEqualTo(2);
        assertThat(type.err()).contains("--type ETI : type inconnu", "Types couverts : ACI, AI, EI, ETTI.");
        Result name = run("list", "cedre-v3");
        assertThat(name.code()).isEqualTo(2);
        assertThat(name.out()).isEmpty();
        assertThat(name.err()).contains("Référentiel inconnu « cedre-v3 »", "vouliez-vous dire");
    }

    @Test
    void json_has_one_shape_for_all_and_for_one() throws IOException {
        JsonNode all = run("list", "-f", "json").json();
        assertThat(all.get("schema").asText()).isEqualTo("cedre/liste/1");
        assertThat(all.get("type").isNull()).isTrue();
        JsonNode v2 = null;
        for (JsonNode one : all.get("referentiels")) {
            v2 = one.get("id").asText().equals("cedre-v2") ? one : v2;
        }
        assertThat(v2).isNotNull();
        assertThat(v2.get("specifications").asInt()).isEqualTo(95);
        assertThat(v2.get("adopte_le").asText()).isEqualTo("2008-05-19");
        assertThat(v2.has("chapitres")).isFalse();
        JsonNode one = run("list", "v2", "-f", "json", "--type", "AI").json();
        assertThat(one.get("type").asText()).isEqualTo("AI");
        JsonNode contents = one.get("referentiels").get(0);
        assertThat(contents.get("controles").asInt())
                .isLessThan(v2.get("controles").asInt());
        assertThat(contents.get("chapitres")
                        .get(0)
                        .get("specifications")
                        .get(0)
                        .get("id")
                        .asText())
                .isEqualTo("3.1");
        assertThat(contents.get("parametres").get(0).get("pourquoi").asText()).isNotBlank();
        for (JsonNode pair : one.get("correspondances")) {
            assertThat(pair.get("nom").asText()).contains("cedre-v2");
        }
    }

    @Test
    void a_referential_that_cannot_be_read_is_listed_with_its_first_error() throws IOException {
        own(OWN.replace("gravite: majeure", "gravité: majeure"));
        Result result = run("list", "--referentiels", folder.toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out())
                .contains(
                        "notre-grille\n  ✗ illisible, notre-grille.yaml:", "majeure ou mineure", "cedre-v2 (alias v2)");
        JsonNode json =
                run("list", "--referentiels", folder.toString(), "-f", "json").json();
        for (JsonNode one : json.get("referentiels")) {
            boolean own = one.get("id").asText().equals("notre-grille");
            assertThat(one.has("probleme")).isEqualTo(own);
            assertThat(one.get("lisible").asBoolean()).isEqualTo(!own);
        }
        assertThat(run("list", "v2", "--referentiels", folder.toString()).code())
                .isZero();
    }

    @Test
    void a_referential_of_the_user_by_its_path() throws IOException {
        Path file = own(OWN);
        Result result = run("list", file.toString(), "--detail");
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains(
                        "Identifiant  notre-grille (alias nous)",
                        "1 spécification, 1 contrôle",
                        "Nous répondons ensemble.",
                        "1.1  Réclamations traitées · ACI · majeure · confiance faible",
                        "- delai_reponse = 30 jours : Un mois suffit.")
                .doesNotContain("Correspondances");
    }

    @Test
    void written_to_a_file_or_kept_silent() throws IOException {
        Path target = folder.resolve("liste.json");
        Result result = run("list", "-f", "json", "-o", target.toString());
        assertThat(result.out()).isEmpty();
        assertThat(Files.readString(target)).contains("cedre/liste/1");
        assertThat(run("list", "v2", "-q").out()).isEmpty();
        assertThat(run("list", "v2", "--couleur", "toujours").out().replaceAll("\u001B\\[[0-9;]*m", ""))
                .isEqualTo(run("list", "v2").out());
    }
}
