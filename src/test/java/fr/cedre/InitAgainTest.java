package fr.cedre;

import static fr.cedre.CedreRunner.run;
import static fr.cedre.InitTest.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.cedre.CedreRunner.Result;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cedre init --reprendre}: last year's folder, hostile or damaged as it may be. */
class InitAgainTest {

    private static final String HEADER =
            "ref;titre;nature;specifications;version;valide_le;valide_par;expire_le;fichier;Classeur\n";

    @TempDir
    Path temp;

    private Path old;
    private Path fresh;

    @BeforeEach
    void folders() throws IOException {
        old = Files.createDirectories(temp.resolve("dossier de l'été"));
        fresh = temp.resolve("nouveau");
        Folders.write(old.resolve("structure.yaml"), """
                # Gardé tel quel.
                nom: Clé
                types: [AI]   # un seul type
                referentiel: cedre-v2
                rythmes: {regulation: 2 semaines}
                audit_prevu_le: 2026-03-01
                financement:
                  - {type: AI, debut: 2024-01-01, fin: 2024-12-31, etp_insertion: 3}
                  - {type: AI, debut: 2025-01-01, fin: 2025-12-31, etp_insertion: 4}
                non_applicables:
                  - specification: 6.3.A5
                    motif: "aucun client professionnel"
                    valide_par: bureau
                    jusqu_au: 2026-06-30
                  # celle-ci dure
                  - {specification: 5.1.statuts, motif: "x", valide_par: bureau, jusqu_au: 2027-06-30}
                """);
    }

    private Result again(String... more) {
        java.util.List<String> args = new java.util.ArrayList<>(
                java.util.List.of("init", fresh.toString(), "--reprendre", old.toString(), "--date", "2026-11-21"));
        args.addAll(java.util.List.of(more));
        return run(args);
    }

    private String flat(Result result) {
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        return result.out().replaceAll("\\s+", " ");
    }

    private void proofs(String rows) throws IOException {
        Folders.write(old.resolve("preuves.csv"), HEADER + rows);
    }

    @Test
    void the_structure_is_kept_and_what_ended_is_commented_with_its_reason() throws IOException {
        proofs("");
        String said = flat(again());
        assertThat(said)
                .contains("audit prévu le 01/03/2026, passé ; mis en commentaire")
                .contains("période de financement terminée le 31/12/2024 ; mis en commentaire")
                .contains("non-applicabilité de 6.3.A5, échue le 30/06/2026 ; mis en commentaire");
        String text = Files.readString(fresh.resolve("structure.yaml"));
        assertThat(text)
                .contains("""
                # Gardé tel quel.
                nom: Clé
                types: [AI]   # un seul type
                """, """
                  # Repris le 21/11/2026 : non-applicabilité de 6.3.A5, échue le 30/06/2026.
                  # - specification: 6.3.A5
                    # motif: "aucun client professionnel"
                """, """
                  # celle-ci dure
                """, "  - {type: AI, debut: 2025-01-01, fin: 2025-12-31, etp_insertion: 4}\n");
        JsonNode json = run("check", fresh.toString(), "--date", "2026-11-21", "-f", "json")
                .json();
        assertThat(json.get("problemes"))
                .allMatch(p -> p.get("colonne").asText().equals("Classeur"));
        assertThat(run("validate", fresh.toString()).code()).isZero();
    }

    @Test
    void valid_proofs_come_with_their_files_and_the_others_are_said() throws IOException {
        proofs("""
                MQ-01;"Manuel
                sur deux lignes";manuel-qualite;3.1;4;2025-09-15;bureau;;documents/Manuel qualité été.txt;A1
                PS-01;Projet;document-projet;4.2;1;2025-09-15;bureau;;projet.txt;A2
                HO-01;Horaires;horaires;6.1.A5;1;2025-09-15;bureau;2026-09-30;;A3
                VI-01;Vide;livret-clients;6.3.A3;;;;;;A4
                AB-01;Absent;plaquette-presentation;6.1.A;1;2025-09-15;bureau;;documents/absent.txt;A5
                """);
        Folders.write(old.resolve("documents/Manuel qualité été.txt"), "manuel");
        Folders.write(old.resolve("projet.txt"), "projet");
        Folders.write(old.resolve("documents/jamais cité.txt"), "non");
        Map<String, byte[]> before = tree(old);
        String said = flat(again());
        assertThat(said)
                .contains("2 preuves encore valables et 2 fichiers copiés")
                .contains("PS-01 : « projet.txt » est rangé dans documents/")
                .contains("preuves.csv, ligne 5, HO-01 : expirée le 30/09/2026")
                .contains("AB-01 : fichier introuvable")
                .doesNotContain("VI-01");
        assertThat(Files.readString(fresh.resolve("documents/Manuel qualité été.txt")))
                .isEqualTo("manuel");
        assertThat(Files.readString(fresh.resolve("documents/projet.txt"))).isEqualTo("projet");
        assertThat(fresh.resolve("documents/jamais cité.txt")).doesNotExist();
        String rows = Files.readString(fresh.resolve("preuves.csv"));
        assertThat(rows)
                .startsWith(
                        "\uFEFFref;titre;nature;specifications;version;valide_le;valide_par;revu_le;expire_le;diffusion;contient;fichier;Classeur\r\n")
                .contains(
                        "\r\nMQ-01;Manuel sur deux lignes;manuel-qualite;3.1;4;2025-09-15;bureau;;;;;documents/Manuel qualité été.txt;A1\r\n")
                .contains("\r\nVI-01;Vide;livret-clients;", ";enquete-clients;")
                .doesNotContain(";Manuel qualité;manuel-qualite;");
        assertThat(run("check", fresh.toString(), "--date", "2026-11-21", "-f", "json")
                        .json()
                        .get("problemes"))
                .allMatch(p -> p.get("colonne").asText().equals("Classeur"));
        Map<String, byte[]> after = tree(old);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((name, bytes) -> assertThat(after.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void no_path_leads_out_and_no_register_comes_along() throws IOException {
        Path secret = Folders.write(temp.resolve("secret.txt"), "secret");
        Folders.write(old.resolve("registres/salaries.csv"), "id;date_entree\nS-1;2026-01-02\n");
        Files.createDirectories(old.resolve("documents/dossier"));
        Files.createSymbolicLink(old.resolve("documents/dehors.txt"), secret);
        Files.createSymbolicLink(old.resolve("documents/liste.txt"), old.resolve("registres/salaries.csv"));
        Files.createSymbolicLink(old.resolve("documents/sortie"), temp);
        proofs("""
                A;a;;3.1;1;2025-09-15;b;;../secret.txt;
                B;b;;3.1;1;2025-09-15;b;;documents/dehors.txt;
                C;c;;3.1;1;2025-09-15;b;;documents/sortie/secret.txt;
                D;d;;3.1;1;2025-09-15;b;;%s;
                E;e;;3.1;1;2025-09-15;b;;registres/salaries.csv;
                F;f;;3.1;1;2025-09-15;b;;documents/liste.txt;
                G;g;;3.1;1;2025-09-15;b;;documents/dossier;
                H;h;;3.1;1;2025-09-15;b;;documents/../structure.yaml;
                """.formatted(secret));
        String said = flat(again());
        assertThat(said)
                .contains("0 preuve encore valable.", "Non repris (8)", "elle cite un dossier entier")
                .contains("Registres : aucun n'est repris");
        assertThat(tree(fresh.resolve("documents"))).isEmpty();
        assertThat(Files.readString(fresh.resolve("registres/salaries.csv"))).doesNotContain("S-1");
    }

    @Test
    void the_new_folder_may_not_be_led_out_either() throws IOException {
        Folders.write(old.resolve("documents/m.txt"), "m");
        proofs("M;m;;3.1;1;2025-09-15;b;;documents/m.txt;\n");
        Path away = Files.createDirectories(temp.resolve("ailleurs"));
        Files.createDirectories(fresh);
        Files.createSymbolicLink(fresh.resolve("documents"), away);
        Result result = again();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("mène hors du dossier");
        assertThat(tree(away)).isEmpty();
        assertThat(fresh.resolve("structure.yaml")).doesNotExist();
    }

    @Test
    void a_file_that_stands_there_is_kept_and_said() throws IOException {
        Folders.write(old.resolve("documents/m.txt"), "ancien");
        proofs("M;m;;3.1;1;2025-09-15;b;;documents/m.txt;\n");
        Folders.write(fresh.resolve("documents/m.txt"), "nouveau");
        assertThat(flat(again())).contains("« documents/m.txt » était déjà là, différent");
        assertThat(Files.readString(fresh.resolve("documents/m.txt"))).isEqualTo("nouveau");
    }

    @Test
    void hostile_text_is_inert_in_what_is_written_and_said() throws IOException {
        proofs(
                "=cmd|' /C calc'!A0;\u202Etxt.exe;x;3.1;1;2025-09-15;@b;;;+1\n\u202EZ\u001B[31m;x;;3.1;;2025-09-15;b;;;\n");
        Path structure = old.resolve("structure.yaml");
        Files.writeString(structure, Files.readString(structure).replace("# Gardé tel quel.", "# a\u202Eb"));
        String said = flat(again());
        assertThat(said).doesNotContain("\u202E", "\u001B").contains("marques invisibles");
        String rows = Files.readString(fresh.resolve("preuves.csv"));
        assertThat(rows).contains("'=cmd", "'@b", "'+1").doesNotContain("\u202E", "\n=cmd");
        assertThat(Files.readString(fresh.resolve("structure.yaml")))
                .contains("# ab\n")
                .doesNotContain("\u202E");
    }

    @Test
    void judgements_in_force_and_files_of_excel_are_taken_up() throws IOException {
        Files.write(
                old.resolve("preuves.csv"),
                "Réf,Titre,Nature,Spécifications,Version,Validé le,Validé par\nÉ-1,Été,manuel-qualite,3.1,1,15/09/2025,bureau\n"
                        .replace("Réf", "ref")
                        .getBytes(Charset.forName("windows-1252")));
        Folders.write(old.resolve("jugements.csv"), """
                specification;type;statut;gravite;commentaire;evalue_par;evalue_le;valable_jusqu_au
                6.1.A;;conforme;;vu;auditeur;2026-05-04;2027-05-04
                5.2;;conforme;;vu;auditeur;2025-05-04;2026-05-04
                """);
        String said = flat(again("--type", "AI,ACI", "--nom", "Clé neuve"));
        assertThat(said)
                .contains(
                        "1 jugement encore en vigueur",
                        "jugements.csv, ligne 3, 5.2 : échu",
                        "types AI remplacés par AI, ACI");
        assertThat(Files.readString(fresh.resolve("preuves.csv")))
                .contains("É-1;Été;manuel-qualite;3.1;1;15/09/2025;bureau");
        assertThat(Files.readString(fresh.resolve("jugements.csv")))
                .contains("6.1.A")
                .doesNotContain("5.2");
        assertThat(Files.readString(fresh.resolve("structure.yaml")))
                .contains("types: [AI, ACI]\n", "nom: \"Clé neuve\"\n");
    }

    @Test
    void a_folder_that_cannot_be_taken_up_is_refused_and_nothing_is_written() throws IOException {
        Result same = run("init", old.toString(), "--reprendre", old.toString());
        assertThat(same.err()).contains("sont le même");
        proofs("A;\"jamais refermé;;3.1\n");
        refused(again(), "ne peut pas être repris");
        Files.writeString(old.resolve("structure.yaml"), "nom: [");
        refused(again(), "structure.yaml");
        Files.delete(old.resolve("structure.yaml"));
        refused(again(), "ne dit pas qui est contrôlé");
        Files.writeString(old.resolve("groupe.yaml"), "nom: G\nmembres: [a]\n");
        refused(again(), "est un groupe");
        refused(
                run(
                        "init",
                        fresh.toString(),
                        "--reprendre",
                        temp.resolve("rien").toString()),
                "introuvable");
    }

    private void refused(Result result, String why) {
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains(why);
        assertThat(fresh).doesNotExist();
    }

    @Test
    void lines_that_cannot_be_touched_are_left_and_said() throws IOException {
        Path structure = old.resolve("structure.yaml");
        String text = Files.readString(structure);
        Files.writeString(
                structure,
                text.substring(0, text.indexOf("financement:"))
                        + "financement: [{debut: 2024-01-01, fin: 2024-12-31}, {debut: 2026-01-01, fin: 2026-12-31}]\r\n");
        proofs("");
        assertThat(flat(again())).contains("cette ligne est gardée telle quelle, à corriger à la main");
        assertThat(Files.readString(fresh.resolve("structure.yaml"))).contains("\nfinancement: [{debut: 2024-01-01");
    }
}
