package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A referential of three specifications written by a user, anywhere on the disk: every command takes it, without code. */
class UserReferentialTest {

    private static final String DATE = "2026-11-21";

    @TempDir
    private Path temp;

    private Path charter;
    private Path folder;

    @BeforeEach
    void folderAndCharter() throws IOException {
        charter = Files.copy(
                Path.of("src/test/resources/referentiels/charte/charte-accueil.yaml"),
                temp.resolve("charte-accueil.yaml"));
        folder = Folders.copy(CaseFolder.BASES.resolve("ai"), temp.resolve("pont"));
    }

    // check

    @Test
    void aFolderWithoutAnyProofForIt() throws IOException {
        CedreRunner.Result text = check();
        assertThat(text.code()).isEqualTo(1);
        assertThat(flat(text))
                .contains(
                        "Référentiel Charte d'accueil de la Maison du Fleuve (charte-accueil, proposition du projet)",
                        "Trois engagements de la maison, écrits avec les salariés.",
                        "✗ A.1 Un livret remis à chacun (charte, 1) - Aucune preuve d'aucune sorte",
                        "✗ A.3 [AI] Un accueil où l'on se sent attendu (charte, 3)",
                        "2 écarts (1 majeur, 1 mineur) · 0 spécification à examiner");
        assertThat(check("--seuil", "jamais").code()).isZero();
    }

    @Test
    void aFolderThatHoldsUpToWhatOnlyAPersonCanJudge() throws IOException {
        proofs();
        CedreRunner.Result text = check();
        assertThat(text.code()).as(text.out()).isZero();
        assertThat(flat(text))
                .contains("? A.3 [AI] Un accueil où l'on se sent attendu : L'accueil se constate en venant.");
        assertThat(check("--seuil", "a_examiner").code()).isEqualTo(1);
        JsonNode json = json();
        assertThat(json.path("referentiel").path("id").asText()).isEqualTo("charte-accueil");
        assertThat(json.path("referentiel").path("provenance").asText()).isEqualTo("proposition");
        assertThat(statuses(json)).containsExactly("A.1 conforme", "A.2 conforme", "A.3 a_examiner");
        Folders.write(folder.resolve("jugements.csv"), """
                specification;type;statut;gravite;commentaire;evalue_par;evalue_le;valable_jusqu_au
                A.3;AI;conforme;;vu sur place;référente qualité;2026-10-01;2027-10-01
                """);
        assertThat(statuses(json())).containsExactly("A.1 conforme", "A.2 conforme", "A.3 conforme");
        assertThat(check("--seuil", "a_examiner").code()).isZero();
    }

    /** The parameter of the user's file decides: twenty days before the audit, that day included, an open claim is a gap. */
    @ParameterizedTest
    @CsvSource({"2026-10-31, 1", "2026-11-01, 1", "2026-11-02, 0"})
    void theRegisterCheckFollowsItsParameter(String opened, int code) throws IOException {
        proofs();
        Path register = folder.resolve("registres").resolve("reclamations.csv");
        Files.writeString(
                register,
                "RC-9;" + opened + ";client;reclamation;retard;;;;\n",
                java.nio.file.StandardOpenOption.APPEND);
        CedreRunner.Result result = check();
        assertThat(result.code()).as(result.out()).isEqualTo(code);
        if (code == 1) {
            JsonNode finding =
                    json().path("specifications").get(1).path("constats").get(0);
            assertThat(finding.path("controle").asText()).isEqualTo("reclamation-sans-reponse");
            assertThat(finding.path("objet").asText()).isEqualTo("RC-9");
            assertThat(finding.path("message").asText())
                    .matches("Réclamation RC-9 du (31/10|01/11)/2026 : pas de clôture.");
            assertThat(finding.path("source").path("ligne").asInt()).isEqualTo(5);
        }
    }

    @Test
    void itsOtherWordingForAnotherType() throws IOException {
        Path aci = Folders.copy(CaseFolder.BASES.resolve("aci"), temp.resolve("jardins"));
        Files.writeString(
                aci.resolve("structure.yaml"),
                Files.readString(aci.resolve("structure.yaml")).replaceFirst("referentiel: .*", "referentiel: charte"));
        List<String> command =
                List.of("check", aci.toString(), "--date", DATE, "--referentiels", temp.toString(), "--detail");
        CedreRunner.Result byAlias = CedreRunner.run(command);
        assertThat(byAlias.code()).as(byAlias.err()).isEqualTo(1);
        assertThat(flat(byAlias)).contains("A.3 [ACI]").doesNotContain("[AI]");
    }

    @ParameterizedTest
    @CsvSource({"charte-accueil", "charte"})
    void byItsNameWithAFolderOfReferentials(String name) {
        CedreRunner.Result byPath = check();
        CedreRunner.Result byName = CedreRunner.run(
                "check", folder.toString(), "--date", DATE, "--referentiels", temp.toString(), "-r", name);
        assertThat(byName.code()).isEqualTo(byPath.code());
        assertThat(byName.out()).isEqualTo(byPath.out());
    }

    @Test
    void aTypeItDoesNotCover() throws IOException {
        Folders.replace(charter, "types: [AI, ETTI]}", "types: [ETTI]}");
        Folders.replace(charter, "- types: [AI, ETTI]", "- types: [ETTI]");
        CedreRunner.Result result = check();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("charte-accueil ne couvre pas le type AI", "ETTI, ACI, EI");
    }

    // validate, list, explain

    @Test
    void validatedListedAndExplained() {
        CedreRunner.Result valid = CedreRunner.run("validate", charter.toString());
        assertThat(valid.code()).isZero();
        assertThat(valid.out())
                .contains("3 spécifications, 2 contrôles, proposition")
                .endsWith("Rien à corriger.\n");
        CedreRunner.Result list = CedreRunner.run("list", charter.toString());
        assertThat(list.code()).isZero();
        assertThat(flat(list)).contains("charte-accueil", "A.1 Un livret remis à chacun", "proposition du projet");
        CedreRunner.Result all = CedreRunner.run("list", "--referentiels", temp.toString());
        assertThat(all.out()).contains("charte-accueil", "cedre-v2", "Référentiels à disposition (8)");
        CedreRunner.Result explained = CedreRunner.run("explain", "A.2", "-r", charter.toString());
        assertThat(explained.code()).isZero();
        assertThat(flat(explained))
                .contains(
                        "A.2 Une réponse à chaque réclamation",
                        "Toute réclamation est close en trois semaines.",
                        "Lit : registres/reclamations.csv (date, cloture_le)",
                        "delai_reponse = 20 jours");
        CedreRunner.Result unknown = CedreRunner.run("explain", "A.9", "-r", charter.toString());
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.out()).isEmpty();
    }

    // diff

    @Test
    void comparedWithV2ByIdentifiersOnlyWithoutACorrespondence() throws IOException {
        CedreRunner.Result text = CedreRunner.run("diff", charter.toString(), "v2");
        assertThat(text.code()).isZero();
        assertThat(flat(text))
                .contains(
                        "aucune correspondance n'est écrite entre charte-accueil et cedre-v2 : seuls les identifiants sont comparés",
                        "écrivez correspondances/charte-accueil--cedre-v2.yaml",
                        "95 nouvelles · 3 supprimées");
        JsonNode json =
                CedreRunner.run("diff", charter.toString(), "v2", "-f", "json").json();
        assertThat(json.toString()).contains("\"charte-accueil\"", "\"cedre-v2\"");
    }

    @Test
    void comparedWithV2ByTheCorrespondenceBesideIt() throws IOException {
        Path file = correspondence();
        CedreRunner.Result valid = CedreRunner.run("validate", file.toString());
        assertThat(valid.code()).as(valid.out()).isZero();
        CedreRunner.Result text = CedreRunner.run("diff", charter.toString(), "v2");
        assertThat(text.code()).as(text.err()).isZero();
        assertThat(flat(text))
                .doesNotContain("seuls les identifiants")
                .contains("Le cahier sert de départ.", "1 reformulée", "1 renforcée", "1 supprimée");
        CedreRunner.Result back = CedreRunner.run("diff", "v2", charter.toString());
        assertThat(back.code()).isZero();
        assertThat(flat(back)).doesNotContain("seuls les identifiants").contains("1 nouvelle");
        proofs();
        CedreRunner.Result transition =
                CedreRunner.run("diff", charter.toString(), "v2", folder.toString(), "--date", DATE);
        assertThat(transition.code()).as(transition.err()).isZero();
        assertThat(flat(transition)).contains("Le Pont (AI)", "Charte d'accueil");
        Folders.replace(file, "  - de: A.3\n", "  - de: A.4\n");
        CedreRunner.Result refused = CedreRunner.run("diff", charter.toString(), "v2");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .contains(
                        "charte-accueil--cedre-v2.yaml:" + Folders.line(file, "- de: A.4"),
                        "« A.4 » n'est pas une spécification de charte-accueil");
    }

    // inclut

    @Test
    void v2AndOneChapterMore() throws IOException {
        Path mine = Folders.write(
                temp.resolve("v2-et-charte.yaml"),
                Files.readString(charter)
                        .replace("id: charte-accueil", "id: v2-et-charte")
                        .replace("alias: [charte]", "inclut: [cedre-v2]"));
        CedreRunner.Result valid = CedreRunner.run("validate", mine.toString());
        assertThat(valid.code()).as(valid.out()).isZero();
        assertThat(valid.out()).contains("98 spécifications");
        CedreRunner.Result before = check("-r", mine.toString());
        assertThat(before.code()).isEqualTo(1);
        assertThat(flat(before))
                .contains(
                        "Reprend Référentiel CEDRE, version 2 (cedre-v2, d'après le texte officiel)",
                        "A Accueillir et répondre",
                        "2 écarts (1 majeur, 1 mineur)");
        assertThat(before.out()).doesNotContain("n'est pas une spécification");
        proofs();
        assertThat(check("-r", mine.toString()).code()).isZero();
        JsonNode json = json("-r", mine.toString());
        assertThat(json.path("specifications")).hasSize(98);
        Folders.drop(folder.resolve("preuves.csv"), ";5.3;");
        assertThat(check("-r", mine.toString()).out()).contains("✗ 5.3 ");
        CedreRunner.Result diff = CedreRunner.run("diff", "v2", mine.toString());
        assertThat(diff.code()).isZero();
        assertThat(flat(diff)).contains("3 nouvelles").doesNotContain("supprimée");
    }

    // tools

    private CedreRunner.Result check(String... options) {
        List<String> args = new ArrayList<>(List.of("check", folder.toString(), "--date", DATE));
        args.addAll(List.of(options));
        if (!args.contains("-r")) {
            args.addAll(List.of("-r", charter.toString()));
        }
        return CedreRunner.run(args);
    }

    private JsonNode json(String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("-f", "json"));
        all.addAll(List.of(options));
        return check(all.toArray(String[]::new)).json();
    }

    /** Proofs for A.1 and A.3, added to those of V2. */
    private void proofs() throws IOException {
        Files.writeString(folder.resolve("preuves.csv"), """
                C-1;Livret d'accueil;livret-accueil;A.1;3;2026-02-02;direction;;;accueil;;
                C-3;Photos de l'accueil;;A.3;1;2026-02-02;direction;;;accueil;;
                """, java.nio.file.StandardOpenOption.APPEND);
    }

    /** From the charter to V2: one specification kept, one to strengthen, one dropped, all the others new. */
    private Path correspondence() throws IOException {
        List<String> others = new ArrayList<>();
        for (JsonNode s : ids(CedreRunner.run("list", "v2", "-f", "json").json())) {
            if (!List.of("6.1.A2", "8.B").contains(s.asText())) {
                others.add("\"" + s.asText() + "\"");
            }
        }
        assertThat(others).hasSize(93);
        return Folders.write(temp.resolve("correspondances").resolve("charte-accueil--cedre-v2.yaml"), """
                de: charte-accueil
                vers: cedre-v2
                provenance: proposition
                notice: Écrit par la maison.
                lignes:
                  - de: A.1
                    vers: "6.1.A2"
                    sort: reformulee
                    pourquoi: Le livret présente l'offre.
                  - de: A.2
                    en_partie: "8.B"
                    sort: renforcee
                    pourquoi: Le cahier sert de départ.
                  - de: A.3
                    sort: supprimee
                    pourquoi: Personne d'autre ne le demande.
                  - vers: [%s]
                    sort: nouvelle
                    pourquoi: La charte n'en disait rien.
                """.formatted(
                        String.join(", ", others)));
    }

    private static List<JsonNode> ids(JsonNode list) {
        List<JsonNode> ids = new ArrayList<>();
        list.findValues("specifications")
                .forEach(array -> array.forEach(s -> {
                    if (s.has("id")) {
                        ids.add(s.get("id"));
                    }
                }));
        return ids;
    }

    private static List<String> statuses(JsonNode report) {
        List<String> all = new ArrayList<>();
        report.path("specifications")
                .forEach(s ->
                        all.add(s.path("id").asText() + " " + s.path("statut").asText()));
        return all;
    }

    private static String flat(CedreRunner.Result result) {
        return result.out().replaceAll("\\s+", " ");
    }
}
