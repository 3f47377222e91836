package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cedre validate} on a referential of the user, valid at first, then spoiled in one place: the line is the one of the mistake. */
class ValidateReferentialTest {

    private static final Path CHARTER = Path.of("src/test/resources/referentiels/charte/charte-accueil.yaml");

    @TempDir
    private Path temp;

    private Path file;

    @BeforeEach
    void copy() throws IOException {
        file = Files.copy(CHARTER, temp.resolve("charte-accueil.yaml"));
    }

    @Test
    void asItIs() {
        CedreRunner.Result result = CedreRunner.run("validate", file.toString());
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .isEqualTo(
                        "référentiel " + file + " : 3 spécifications, 2 contrôles, proposition\n\nRien à corriger.\n");
    }

    @Test
    void sameIdentifierTwice() throws IOException {
        int before = Folders.line(file, "- id: A.1");
        edit("- id: A.2", "- id: A.1");
        int line = Folders.line(file, "intitule: Une réponse") - 1;
        refused(line + ":id: erreur: spécification « A.1 » écrite deux fois (déjà ligne " + before + ")");
    }

    @Test
    void sameChapterTwice() throws IOException {
        Files.writeString(file, """
                  - id: "A"
                    titre: Encore
                    specifications: []
                """, java.nio.file.StandardOpenOption.APPEND);
        int line = Files.readAllLines(file).size() - 2;
        refused(line + ":chapitres.id: erreur: chapitre « A » écrit deux fois");
    }

    @Test
    void sameCheckTwice() throws IOException {
        edit(
                "            message: \"Aucune preuve valable ne cite A.1.\"\n",
                "            message: \"Aucune preuve.\"\n          - {id: livret-absent, genre: document, nature: livret-accueil, message: \"Pas de livret.\"}\n");
        refusedAmong(
                Folders.line(file, "nature: livret-accueil, message")
                        + ":chapitres.specifications.controles.id: erreur: contrôle « livret-absent » écrit deux fois dans la même spécification");
    }

    @Test
    void unknownColumnRegisterAndKind() throws IOException {
        edit("colonne: cloture_le, est: renseigne", "colonne: clotur_le, est: renseigne");
        refused(
                Folders.line(file, "colonne: clotur_le,")
                        + ":chapitres.specifications.controles.exige.colonne: erreur: « clotur_le » n'est pas une colonne de « reclamations » ; vouliez-vous dire « cloture_le » ?");
        copyAgain();
        edit("registre: reclamations", "registre: reclamation");
        refusedAmong(
                Folders.line(file, "registre: reclamation")
                        + ":chapitres.specifications.controles.registre: erreur: « reclamation » n'est pas un registre connu ; vouliez-vous dire « reclamations » ?");
        copyAgain();
        edit("genre: ligne", "genre: lignes");
        refusedAmong(
                Folders.line(file, "genre: lignes")
                        + ":chapitres.specifications.controles.genre: erreur: genre de contrôle inconnu « lignes » ; vouliez-vous dire « ligne » ?");
    }

    @Test
    void typeOfNoFamily() throws IOException {
        edit("- types: [ACI, EI]", "- types: [ACI, EII]");
        refused(
                Folders.line(file, "EII")
                        + ":chapitres.specifications.variantes.types: erreur: « EII » n'est dans aucune famille de ce référentiel");
    }

    @Test
    void noFamilyAtAll() throws IOException {
        edit("  - {id: mise-a-disposition, titre: Mise à disposition, types: [AI, ETTI]}\n", "");
        edit("  - {id: production, titre: Production, types: [ACI, EI]}\n", "");
        refusedAmong(Folders.line(file, "familles:")
                + ":familles: erreur: « familles » doit citer au moins un type de structure");
    }

    @Test
    void checkNoTypeCanTrigger() throws IOException {
        edit("            jugement: Un premier jour se raconte.\n", """
                            jugement: Un premier jour se raconte.
                            controles:
                              - {id: jour-sans-trace, genre: document, types: [AI], message: "Aucune preuve."}
                """);
        refused(
                Folders.line(file, "jour-sans-trace")
                        + ":chapitres.specifications.variantes.controles.types: erreur: aucun type de structure ne peut déclencher ce contrôle : la rédaction vise ACI, EI");
    }

    @Test
    void conditionNoTypeCanMeet() throws IOException {
        edit("            jugement: Un premier jour se raconte.\n", """
                            jugement: Un premier jour se raconte.
                            controles:
                              - id: accueil-non-date
                                genre: ligne
                                registre: accueils
                                si: {type: AI}
                                exige: {colonne: date_entretien, est: renseigne}
                                message: "{id}"
                """);
        refused(
                Folders.line(file, "si: {type: AI}")
                        + ":chapitres.specifications.variantes.controles.si: erreur: aucun type de structure ne peut remplir cette condition ; types visés : ACI, EI");
    }

    @Test
    void variantThatNobodyReaches() throws IOException {
        edit("- types: [ACI, EI]", "- types: [ACI, EI, ETTI]");
        refused(
                Folders.line(file, "variantes:")
                        + ":chapitres.specifications.variantes: erreur: deux variantes visent le type ETTI : la seconde ne servirait jamais");
    }

    @Test
    void typeThatNoSpecificationAddresses() throws IOException {
        edit("types: [ACI, EI]}", "types: [ACI, EI, GEIQ]}");
        CedreRunner.Result fine = CedreRunner.run("validate", file.toString());
        assertThat(fine.code()).as(fine.out()).isZero();
        String text = Files.readString(file);
        Files.writeString(
                file, text.replace("        gravite: m", "        types: [AI, ETTI, ACI, EI]\n        gravite: m"));
        String last = Files.readString(file);
        int at = last.lastIndexOf("        types: [AI, ETTI, ACI, EI]\n");
        Files.writeString(
                file, last.substring(0, at) + last.substring(at).replace("        types: [AI, ETTI, ACI, EI]\n", ""));
        CedreRunner.Result result = CedreRunner.run("validate", file.toString());
        assertThat(result.code()).as(result.out()).isZero();
        assertThat(result.out())
                .contains(
                        file
                                + ":familles: avertissement: le type « GEIQ » est couvert, mais aucune spécification ne le vise")
                .endsWith("0 erreur, 1 avertissement.\n");
    }

    @Test
    void unknownAndUnusedParameters() throws IOException {
        edit("date_audit - delai_reponse", "date_audit - delai_reponce");
        CedreRunner.Result result = CedreRunner.run("validate", file.toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out())
                .contains(file + ":" + Folders.line(file, "delai_reponce") + ":")
                .contains("delai_reponce")
                .contains("vouliez-vous dire « delai_reponse » ?");
        copyAgain();
        edit("date_audit - delai_reponse", "date_audit - 20 jours");
        result = CedreRunner.run("validate", file.toString());
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains(
                        file
                                + ":parametres.delai_reponse: avertissement: paramètre « delai_reponse » écrit, mais aucun contrôle ne l'emploie");
    }

    @Test
    void unknownKeysAndMissingOnes() throws IOException {
        edit("        conseil: Relisez", "        conseils: Relisez");
        refused(
                Folders.line(file, "- id: A.1")
                        + ":chapitres.specifications.conseil: erreur: « conseil » manque dans « chapitres.specifications »",
                Folders.line(file, "conseils:")
                        + ":chapitres.specifications.conseils: erreur: clé inconnue « conseils » ; vouliez-vous dire « conseil » ?");
        copyAgain();
        edit("gravite: majeure", "gravite: grave");
        refused(Folders.line(file, "gravite: grave")
                + ":chapitres.specifications.gravite: erreur: majeure ou mineure est attendu");
        copyAgain();
        edit("preuves_attendues: [livret-accueil]", "preuves_attendues: [livret-acueil]");
        refused(
                Folders.line(file, "livret-acueil")
                        + ":chapitres.specifications.preuves_attendues: erreur: « livret-acueil » n'est pas dans « documents » ; vouliez-vous dire « livret-accueil » ?");
        copyAgain();
        edit("provenance: proposition", "provenance: maison");
        refused(Folders.line(file, "provenance: maison")
                + ":provenance: erreur: officiel, reconstitution ou proposition est attendu");
    }

    /** Two referentials under one name: only one of them would ever be found. */
    @Test
    void aliasOfAnother() throws IOException {
        edit("alias: [charte]", "alias: [charte, cap-rse]");
        String reason = "alias: erreur: le nom « cap-rse » désigne déjà le référentiel cap-rse";
        refused(reason);
        CedreRunner.Result result = CedreRunner.run("validate", "--referentiels", temp.toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out())
                .contains("\ncharte-accueil.yaml:" + reason + "\n")
                .endsWith("1 erreur, 0 avertissement.\n");
        copyAgain();
        edit("alias: [charte]", "alias: [v2]");
        refused("alias: erreur: le nom « v2 » désigne déjà le référentiel cedre-v2");
    }

    @Test
    void inclusionsThatCannotBe() throws IOException {
        edit("chapitres:", "inclut: [cedre-v3]\nchapitres:");
        int line = Folders.line(file, "inclut:");
        CedreRunner.Result result = CedreRunner.run("validate", file.toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out())
                .contains(file + ":" + line + ":inclut: erreur: « cedre-v3 » : Référentiel inconnu « cedre-v3 » ;"
                        + " vouliez-vous dire « cedre-v1 » ?");
        copyAgain();
        edit("chapitres:", "inclut: [autre-charte]\nchapitres:");
        Path other = temp.resolve("autre-charte.yaml");
        Files.writeString(
                other,
                Files.readString(CHARTER)
                        .replace("id: charte-accueil", "id: autre-charte")
                        .replace("alias: [charte]\n", "inclut: [charte-accueil]\n"));
        CedreRunner.Result loop =
                CedreRunner.run("validate", "--referentiels", temp.toString(), file.toString(), other.toString());
        assertThat(loop.code()).isEqualTo(2);
        assertThat(loop.out())
                .contains(
                        file + ":" + line + ":inclut: erreur: ",
                        "s'incluent l'un l'autre",
                        "charte-accueil.yaml, autre-charte.yaml");
    }

    @Test
    void brokenYaml() throws IOException {
        edit("    titre: Accueillir et répondre", "    titre: [Accueillir");
        CedreRunner.Result result = CedreRunner.run("validate", file.toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out())
                .containsPattern(java.util.regex.Pattern.quote(file + ":") + "\\d+: erreur: YAML illisible")
                .contains("référentiel " + file + " : refusé");
        Files.writeString(file, "id: x\n\ttitre: y\n");
        refused("2: erreur: YAML illisible à partir de la colonne 1");
        Files.writeString(file, "- a\n");
        assertThat(CedreRunner.run("validate", file.toString()).out())
                .contains(file + ": erreur: des lignes « clé: valeur » sont attendues");
        Files.write(file, new byte[] {'i', 'd', ':', ' ', (byte) 0xe9, '\n'});
        assertThat(CedreRunner.run("validate", file.toString()).out()).contains("UTF-8");
    }

    /** What refuses a referential here refuses it everywhere, and nothing is checked against it. */
    @Test
    void aRefusedReferentialChecksNothing() throws IOException {
        edit("genre: ligne", "genre: lignes");
        for (List<String> command : List.of(
                List.of("check", CaseFolder.BASES.resolve("ai").toString(), "-r", file.toString()),
                List.of("diff", file.toString(), "v2"),
                List.of("list", file.toString()),
                List.of("explain", "A.1", "-r", file.toString()))) {
            CedreRunner.Result result = CedreRunner.run(command);
            assertThat(result.code()).as(command.toString()).isEqualTo(2);
            assertThat(result.out()).isEmpty();
            assertThat(result.err()).contains("charte-accueil.yaml:" + Folders.line(file, "genre: lignes"));
        }
    }

    // tools

    private void edit(String before, String after) throws IOException {
        Folders.replace(file, before, after);
    }

    private void copyAgain() throws IOException {
        Files.writeString(file, Files.readString(CHARTER));
    }

    /** Refused for these reasons and no other, each written {@code line:key: erreur: message}. */
    private void refused(String... reasons) {
        List<String> problems = problems();
        assertThat(problems).hasSize(reasons.length);
        for (int i = 0; i < reasons.length; i++) {
            assertThat(problems.get(i)).startsWith(file + ":" + reasons[i]);
        }
    }

    /** Refused for this reason, whatever else follows from it. */
    private void refusedAmong(String reason) {
        assertThat(problems()).anyMatch(p -> p.startsWith(file + ":" + reason));
    }

    private List<String> problems() {
        CedreRunner.Result result = CedreRunner.run("validate", file.toString());
        assertThat(result.code()).as(result.out()).isEqualTo(2);
        assertThat(result.err()).isEmpty();
        return result.out().lines().filter(l -> l.contains(": erreur: ")).toList();
    }
}
