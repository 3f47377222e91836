package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fr.cedre.cli.CommandLines;
import fr.cedre.cli.Terminal;
import fr.cedre.report.Golden;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code cedre check} on a folder that holds {@code groupe.yaml}: who fails, whom it blocks, what several share. */
class GroupTest extends GroupFolder {

    // One member that holds, one that fails

    @Test
    void underV2EachMemberAnswersForItself() throws IOException {
        member("ai", "pont");
        failing("aci", "jardins", "5.3");
        group("membres: [pont, jardins]");
        assertThat(alone("pont").code()).isZero();
        assertThat(alone("jardins").code()).isEqualTo(1);
        CedreRunner.Result text = check();
        assertThat(text.code()).isEqualTo(1);
        assertThat(flat(text)).contains("Règle chaque membre répond pour lui-même");
        assertThat(last(text)).isEqualTo("1 membre en défaut sur 2 ; les autres n'en dépendent pas");
        JsonNode said = json().path("groupe");
        assertThat(said.path("regle").asText()).isEqualTo("par_membre");
        assertThat(said.path("groupe_en_defaut").asBoolean(true)).isFalse();
        assertThat(texts(said.path("en_defaut"))).containsExactly("jardins");
        assertThat(texts(said.path("bloques"))).isEmpty();
    }

    @Test
    void underCedreIsoOneFailureFailsTheWholeGroup() throws IOException {
        member("ai-iso", "passerelle");
        failing("ai-iso", "estacade", "ISO-4.3");
        group("membres: [passerelle, estacade]");
        CedreRunner.Result single = alone("passerelle", "-r", "cedre-iso-9001");
        assertThat(single.code()).as(single.out()).isZero();
        CedreRunner.Result text = check("-r", "cedre-iso-9001");
        assertThat(text.code()).isEqualTo(1);
        assertThat(flat(text)).contains("Règle tout ou rien : un membre en défaut met tout le groupe en défaut");
        assertThat(last(text)).isEqualTo("Groupe en défaut (tout ou rien) : estacade bloque passerelle");
        JsonNode report = json("-r", "cedre-iso-9001");
        JsonNode said = report.path("groupe");
        assertThat(said.path("regle").asText()).isEqualTo("tout_ou_rien");
        assertThat(said.path("groupe_en_defaut").asBoolean()).isTrue();
        assertThat(texts(said.path("en_defaut"))).containsExactly("estacade");
        assertThat(texts(said.path("bloques"))).containsExactly("passerelle");
        assertThat(report.path("membres").get(0).path("synthese").path("ecart").asInt(-1))
                .isZero();
        assertThat(report.path("membres")
                        .get(1)
                        .path("synthese")
                        .path("majeures")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void underCedreIsoAGroupThatHoldsIsNotBlocked() throws IOException {
        member("ai-iso", "passerelle");
        member("ai-iso", "ponton");
        group("referentiel: cedre-iso-9001\nmembres: [passerelle, ponton]");
        CedreRunner.Result text = check();
        assertThat(text.code()).isZero();
        assertThat(last(text)).isEqualTo("2 membres contrôlés, aucun en défaut");
        JsonNode said = json().path("groupe");
        assertThat(said.path("groupe_en_defaut").asBoolean(true)).isFalse();
        assertThat(texts(said.path("bloques"))).isEmpty();
    }

    /** A gap below the threshold neither fails its member nor blocks anyone. */
    @Test
    void theThresholdSaysWhoBlocks() throws IOException {
        member("ai-iso", "passerelle");
        failing("ai-iso", "estacade", "ISO-6.3");
        group("membres: [passerelle, estacade]");
        assertThat(check("-r", "cedre-iso-9001").code()).isEqualTo(1);
        CedreRunner.Result major = check("-r", "cedre-iso-9001", "--seuil", "majeure");
        assertThat(major.code()).isZero();
        assertThat(last(major)).isEqualTo("2 membres contrôlés, aucun en défaut");
        CedreRunner.Result open = check("-r", "cedre-iso-9001", "--seuil", "a_examiner");
        assertThat(open.code()).isEqualTo(1);
        assertThat(last(open)).isEqualTo("Groupe en défaut (tout ou rien) : passerelle et estacade");
        assertThat(check("-r", "cedre-iso-9001", "--seuil", "jamais").code()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "oui, tout_ou_rien, true, Groupe en défaut (tout ou rien) : estacade bloque passerelle",
        "Oui, tout_ou_rien, true, Groupe en défaut (tout ou rien) : estacade bloque passerelle",
        "true, tout_ou_rien, true, Groupe en défaut (tout ou rien) : estacade bloque passerelle",
        "non, par_membre, false, 1 membre en défaut sur 2 ; les autres n'en dépendent pas",
        ", par_membre, false, 1 membre en défaut sur 2 ; les autres n'en dépendent pas"
    })
    void underCapIsoTheGroupChooses(String choice, String rule, boolean fails, String verdict) throws IOException {
        member("ai-iso", "passerelle");
        failing("ai-iso", "estacade", "ISO-4.3");
        group("referentiel: cap-iso-9001\nmembres: [passerelle, estacade]"
                + (choice == null ? "" : "\ncertification_groupe: " + choice));
        CedreRunner.Result text = check();
        assertThat(text.code()).isEqualTo(1);
        assertThat(last(text)).isEqualTo(verdict);
        JsonNode said = json().path("groupe");
        assertThat(said.path("regle").asText()).isEqualTo(rule);
        assertThat(said.path("groupe_en_defaut").asBoolean(!fails)).isEqualTo(fails);
        assertThat(texts(said.path("bloques"))).isEqualTo(fails ? List.of("passerelle") : List.of());
    }

    // Which referential

    @Test
    void eachMemberKeepsItsOwnReferentialUnlessOneIsImposed() throws IOException {
        member("ai", "pont");
        member("ai-iso", "passerelle");
        group("membres: [pont, passerelle]");
        assertThat(referentials(json())).containsExactly("cedre-v2", "cedre-iso-9001");
        assertThat(json().path("referentiel").isNull()).isTrue();
        assertThat(flat(check())).contains("les membres ne sont pas contrôlés selon le même référentiel");
        assertThat(check().out()).contains("cedre-v2,", "cedre-iso-9001,");

        group("referentiel: v1\nmembres: [pont, passerelle]");
        assertThat(referentials(json())).containsExactly("cedre-v1", "cedre-v1");
        assertThat(json().path("referentiel").path("id").asText()).isEqualTo("cedre-v1");
        assertThat(flat(check())).contains("cedre-v1, reconstitution").doesNotContain("Attention");

        assertThat(referentials(json("-r", "v2"))).containsExactly("cedre-v2", "cedre-v2");
    }

    /** Two rules never mix: members under different referentials answer each for itself. */
    @Test
    void allOrNothingNeedsOneReferential() throws IOException {
        member("ai-iso", "passerelle");
        failing("ai", "pont", "5.3");
        group("membres: [passerelle, pont]");
        assertThat(json().path("groupe").path("groupe_en_defaut").asBoolean(true))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "cedre-v3, '', groupe.yaml : Référentiel inconnu « cedre-v3 » ; vouliez-vous dire « cedre-v1 » ?",
        "'', -r capp, Référentiel inconnu « capp » ; vouliez-vous dire « cap » ?",
        "v2, --chapitre 42, Chapitre inconnu « 42 »",
        "v2, --specification 6.1.G9, Spécification inconnue « 6.1.G9 »",
        "'', --type AL, --type AL : aucun membre du groupe ne déclare ce type."
    })
    void whatNoMemberCanAnswerIsRefusedOnce(String named, String options, String message) throws IOException {
        member("ai", "pont");
        member("aci", "jardins");
        group("membres: [pont, jardins]" + (named.isEmpty() ? "" : "\nreferentiel: " + named));
        CedreRunner.Result result = check(options.isEmpty() ? new String[0] : options.split(" "));
        assertThat(result.code()).as(result.out()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().split(java.util.regex.Pattern.quote(message), -1))
                .as(result.err())
                .hasSize(2);
    }

    // Members that cannot be checked, or are not asked for

    @Test
    void anUnreadableMemberDoesNotHideTheOthers() throws IOException {
        member("ai", "pont");
        Files.createDirectories(group.resolve("vide"));
        Folders.write(group.resolve("eiti").resolve("structure.yaml"), "nom: Le Large\ntypes: [EITI]\n");
        failing("aci", "jardins", "5.3");
        group("membres: [vide, pont, eiti, jardins]");
        CedreRunner.Result text = check();
        assertThat(text.code()).isEqualTo(2);
        assertThat(flat(text))
                .contains(
                        "✗ vide : Le contrôle n'a pas pu commencer",
                        "✗ vide/structure.yaml : fichier absent du dossier",
                        "✗ eiti : Le référentiel cedre-v2 ne couvre pas le type EITI",
                        "✗ eiti/structure.yaml:2, clé types : type EITI hors du champ de cedre-v2",
                        "█ pont (pont)",
                        "✗ jardins (jardins)");
        assertThat(last(text)).isEqualTo("3 membres en défaut sur 4 ; les autres n'en dépendent pas");
        JsonNode report = json();
        assertThat(texts(report.path("groupe").path("en_defaut"))).containsExactly("vide", "eiti", "jardins");
        JsonNode unreadable = report.path("membres").get(2);
        assertThat(unreadable.path("dossier").asText()).isEqualTo("eiti");
        assertThat(unreadable.path("erreur").asText()).contains("EITI");
        assertThat(unreadable.path("problemes").get(0).path("fichier").asText()).isEqualTo("structure.yaml");
        assertThat(report.path("membres")
                        .get(1)
                        .path("synthese")
                        .path("conforme")
                        .asInt())
                .isPositive();
        assertThat(report.path("synthese").path("ecart").asInt()).isEqualTo(1);
    }

    @Test
    void anUnreadableMemberBlocksAnAllOrNothingGroup() throws IOException {
        member("ai-iso", "passerelle");
        Files.createDirectories(group.resolve("vide"));
        group("membres: [passerelle, vide]");
        CedreRunner.Result text = check("-r", "cedre-iso-9001");
        assertThat(text.code()).isEqualTo(2);
        assertThat(last(text)).isEqualTo("Groupe en défaut (tout ou rien) : vide bloque passerelle");
    }

    @Test
    void aTypeConcernsOnlyTheMembersThatHaveIt() throws IOException {
        member("ai", "pont");
        failing("aci", "jardins", "5.3");
        member("ai-aci", "deux-rives");
        group("membres: [jardins, pont, deux-rives]");
        assertThat(check().code()).isEqualTo(1);
        CedreRunner.Result text = check("--type", "ai");
        assertThat(text.code()).isZero();
        assertThat(flat(text)).contains("· jardins : non concerné par les types demandés");
        assertThat(last(text)).isEqualTo("2 membres contrôlés, aucun en défaut");
        JsonNode members = json("--type", "AI").path("membres");
        assertThat(members.get(0).path("non_concerne").asBoolean()).isTrue();
        assertThat(members.get(0).path("erreur").isNull()).isTrue();
        for (JsonNode result : members.get(2).path("specifications")) {
            assertThat(result.path("type").asText()).isNotEqualTo("ACI");
        }
        assertThat(check("--type", "AI", "--type", "ACI").code()).isEqualTo(1);
    }

    @Test
    void oneSpecificationForAll() throws IOException {
        member("ai", "pont");
        failing("aci", "jardins", "5.3");
        group("membres: [jardins, pont]");
        assertThat(check("--specification", "5.3").code()).isEqualTo(1);
        assertThat(check("--specification", "5.2").code()).isZero();
        for (JsonNode member : json("--chapitre", "5").path("membres")) {
            assertThat(member.path("specifications"))
                    .allMatch(s -> s.path("id").asText().startsWith("5."))
                    .isNotEmpty();
        }
    }

    // Many

    @Test
    void twoHundredMembersStayReadable() throws IOException {
        List<String> names = many(200, 10);
        CedreRunner.Result text = check();
        assertThat(text.code()).isEqualTo(1);
        List<String> lines = text.out().lines().toList();
        assertThat(lines).hasSizeLessThan(60).allMatch(l -> l.codePointCount(0, l.length()) <= 80);
        for (String name : names.subList(0, 200)) {
            boolean fails = name.startsWith("defaut-");
            assertThat(lines.stream().filter(l -> l.startsWith("✗ ") && l.contains("(" + name + ")")))
                    .hasSize(fails ? 1 : 0);
        }
        assertThat(flat(text)).contains("190 membres sans défaut ne sont pas listés (--detail pour tout voir)");
        assertThat(flat(text)).contains("✗ 5.3 ", " : 10 membres sur 200");
        assertThat(last(text)).isEqualTo("10 membres en défaut sur 200 ; les autres n'en dépendent pas");
        assertThat(check("--detail").out().lines().filter(l -> l.startsWith("█ ")))
                .hasSize(190);

        assertThat(text.err()).as("progress is for a terminal only").isEmpty();
        assertThat(text.out()).doesNotContain("/200");
        CedreRunner.Result quiet = check("-q");
        assertThat(quiet.code()).isEqualTo(1);
        assertThat(quiet.out() + quiet.err()).isEmpty();

        CedreRunner.Result json = check("-f", "json");
        List<String> folders = new ArrayList<>();
        json.json().path("membres").forEach(m -> folders.add(m.path("dossier").asText()));
        assertThat(folders).isEqualTo(names);
        assertThat(check("-f", "json").out()).isEqualTo(json.out());
        assertThat(check().out()).isEqualTo(text.out());
    }

    /** The first member of the file is by far the longest to read: it ends last and still comes first. */
    @Test
    void theOrderIsThatOfTheFileWhoeverEndsFirst() throws IOException {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "one member at a time");
        List<String> names = many(12, 3);
        Path slow = group.resolve(names.get(0)).resolve("registres").resolve("heures.csv");
        StringBuilder rows = new StringBuilder("id_salarie;mois;heures\n");
        for (int i = 0; i < 150_000; i++) {
            rows.append("S-").append(i).append(";2026-03;10\n");
        }
        Folders.write(slow, rows.toString());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLines.run(
                new String[] {"check", group.toString(), "--date", DATE, "-f", "json"},
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                CedreRunner.CLOCK,
                new Terminal(false, true, null));
        String ended = err.toString().replaceAll("(?s)\\A\r\u001B\\[K1/12 (.*?)\r.*\\z", "$1");
        assertThat(names).contains(ended);
        assertThat(ended).isNotEqualTo(names.get(0));
        List<String> folders = new ArrayList<>();
        new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(out.toString())
                .path("membres")
                .forEach(m -> folders.add(m.path("dossier").asText()));
        assertThat(folders).isEqualTo(names);
        assertThat(check("-f", "json").out()).isEqualTo(out.toString());
    }

    @Test
    void onATerminalTheProgressIsOneLineThatEndsEmpty() throws IOException {
        many(3, 0);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLines.run(
                new String[] {"check", group.toString(), "--date", DATE},
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                CedreRunner.CLOCK,
                new Terminal(false, true, null));
        assertThat(err.toString()).doesNotContain("\n").endsWith("\r\u001B[K");
        assertThat(out.toString()).doesNotContain("\r", "\u001B");
    }

    // Whole text

    @Test
    void wholeTextOfAGroupOfThree() throws IOException {
        member("ai", "pont");
        failing("aci", "jardins", "4.1", "5.3");
        failing("etti", "relais", "5.3");
        group("membres: [pont, jardins, relais]");
        CedreRunner.Result text = check();
        assertThat(text.code()).isEqualTo(1);
        Golden.check("groupe-de-trois.txt", text.out());
        JsonNode shared = json().path("partages");
        assertThat(shared).hasSize(1);
        assertThat(shared.get(0).path("specification").asText()).isEqualTo("5.3");
        assertThat(texts(shared.get(0).path("membres"))).containsExactly("jardins", "relais");
    }
}
