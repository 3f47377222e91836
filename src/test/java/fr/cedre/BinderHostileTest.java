package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cedre.binder.Binder;
import fr.cedre.binder.BinderPages;
import fr.cedre.binder.BinderWriter;
import fr.cedre.binder.Filing;
import fr.cedre.binder.GroupBinder;
import fr.cedre.binder.MissingProof;
import fr.cedre.dossier.Period;
import fr.cedre.evaluation.AskedPart;
import fr.cedre.evaluation.Control;
import fr.cedre.evaluation.Extras;
import fr.cedre.problem.CedreException;
import fr.cedre.referential.Library;
import fr.cedre.report.html.BinderHtml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, places and failures that a binder must survive: nothing leaves the folder, nothing is lost, nothing is left half written. */
class BinderHostileTest extends BinderFolder {

    private static final AskedPart ALL = new AskedPart(List.of(), List.of(), List.of());

    private Path folder;
    private Path target;
    private int rows;

    @BeforeEach
    void folder() throws IOException {
        folder = temp.resolve("dossier");
        target = temp.resolve("classeur");
        Folders.write(folder.resolve("structure.yaml"), "nom: \"<script>alert(1)</script> Pré\"\ntypes: [EI]\n");
        Folders.write(
                folder.resolve("preuves.csv"),
                "ref;titre;nature;specifications;version;valide_le;valide_par;revu_le;expire_le;diffusion;contient;fichier\n");
    }

    private void proof(String ref, String file) throws IOException {
        rows++;
        Path proofs = folder.resolve("preuves.csv");
        Files.writeString(
                proofs,
                Files.readString(proofs) + ref + ";t;affiche;6.1.A3;<b>1</b>;2026-01-02;direction;;;;;\""
                        + file.replace("\"", "\"\"") + "\"\n");
    }

    private void proofOf(String ref, String file) throws IOException {
        Folders.write(folder.resolve(file), "contenu de " + rows + " " + file);
        proof(ref, file);
    }

    private List<String> copies() throws IOException {
        return tree(target).stream()
                .filter(f -> f.startsWith("preuves/"))
                .map(f -> f.substring(f.lastIndexOf('/') + 1))
                .toList();
    }

    @Test
    void hostileNames() throws IOException {
        proofOf("CON", "documents/con.pdf");
        proofOf("CON.x", "documents/nul.txt");
        proofOf("é-1", "documents/re\u0301sume\u0301.txt");
        proofOf("RTL", "documents/\u202Efdp.exe.txt");
        proofOf("long", "documents/" + "é".repeat(110) + ".docx");
        proofOf("long", "documents/" + "é".repeat(111) + ".docx");
        proofOf("emoji", "documents/" + "😀".repeat(60) + ".odt");
        proofOf("P 1", "documents/a/plan.txt");
        proofOf("p 1", "documents/b/PLAN.TXT");
        proofOf("S", "documents/<img src=x onerror=alert(1)>.txt");
        proofOf("T", "documents/50% #1?&\"'+ok.txt");
        proofOf("U", "documents/javascript:alert(1).html");
        proofOf("V", "documents/fin. .");
        proofOf("../../W", "documents/w.txt");
        proofOf(".caché", "documents/.htaccess");
        CedreRunner.Result result = binder(folder, target);
        assertThat(result.err()).contains("15 fichiers joints");
        Set<String> folded = new HashSet<>();
        for (String name : tree(target)) {
            assertThat(folded.add(name.toLowerCase(Locale.ROOT))).as(name).isTrue();
            for (String part : name.split("/", -1)) {
                assertThat(part)
                        .doesNotMatch("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?")
                        .doesNotMatch(".*[<>:\"\\\\|?*\\p{Cntrl}\u202e].*")
                        .doesNotMatch(".*[. ]")
                        .doesNotStartWith(".");
                assertThat(part.length()).isLessThanOrEqualTo(90);
            }
        }
        assertThat(copies())
                .contains(
                        "CON con.pdf",
                        "_CON.x nul.txt",
                        "é-1 résumé.txt",
                        "RTL _fdp.exe.txt",
                        "P 1 plan.txt",
                        "p 1 PLAN (2).TXT",
                        "U javascript_alert(1).html",
                        "T 50% #1_&_'+ok.txt")
                .filteredOn(n -> n.endsWith(".docx"))
                .hasSize(2);
        List<String> contents = new ArrayList<>();
        for (String name : copies()) {
            contents.add(Files.readString(target.resolve("preuves/6.1.A3/" + name)));
        }
        assertThat(contents).doesNotHaveDuplicates().hasSize(15);
        sealed(target);
        linked(target);
        String page = Files.readString(target.resolve("index.html"));
        assertThat(page).doesNotContain("<script>alert", "<b>1</b>", "\u202e");
    }

    @Test
    void nothingFromOutside() throws IOException {
        Folders.write(temp.resolve("secret.txt"), "SECRET");
        proof("A", "../secret.txt");
        proof("B", "documents/../../secret.txt");
        proof("C", temp.resolve("secret.txt").toString());
        Files.createDirectories(folder.resolve("documents"));
        Files.createSymbolicLink(folder.resolve("documents/lien.txt"), temp.resolve("secret.txt"));
        Files.createSymbolicLink(folder.resolve("documents/ailleurs"), temp);
        proof("D", "documents/lien.txt");
        proof("E", "documents/ailleurs/secret.txt");
        proof("F", "documents/absent.txt");
        proof("G", "documents");
        binder(folder, target);
        assertThat(copies()).isEmpty();
        for (String name : tree(target)) {
            assertThat(Files.readString(target.resolve(name))).doesNotContain("SECRET");
        }
        linked(target);
    }

    /** Two proofs of one file: one copy. */
    @Test
    void oneCopy() throws IOException {
        proofOf("A", "documents/a.txt");
        proof("B", "documents/a.txt");
        proof("C", "documents/../documents/a.txt");
        binder(folder, target);
        assertThat(copies()).containsExactly("A a.txt");
        linked(target);
    }

    @Test
    void previousOneIsReplacedWhole() throws IOException {
        proofOf("A", "documents/a.txt");
        binder(folder, target);
        Files.delete(folder.resolve("documents/a.txt"));
        Files.writeString(target.resolve(".DS_Store"), "trace");
        proofOf("B", "documents/b.txt");
        assertThat(binder(folder, target).err()).contains("Classeur écrit");
        assertThat(copies()).containsExactly("B b.txt");
        assertThat(tree(temp)).noneMatch(f -> f.contains(".cedre-"));
        sealed(target);
    }

    @Test
    void anEmptyFolderWillDo() throws IOException {
        Files.createDirectories(target);
        assertThat(binder(folder, target + "/").err()).contains("Classeur écrit");
        assertThat(target.resolve("index.html")).exists();
    }

    private static CedreRunner.Result binder(Path folder, String target) {
        return CedreRunner.run("check", folder.toString(), "--date", DATE, "--classeur", target);
    }

    /** What somebody added or wrote in a binder is not lost. */
    @ParameterizedTest
    @ValueSource(strings = {"signé.pdf", "preuves/6.1.A3/A a.txt", "manquantes/notes/note.txt"})
    void workDoneInABinderIsKept(String file) throws IOException {
        proofOf("A", "documents/a.txt");
        binder(folder, target);
        Folders.write(target.resolve(file), "annoté");
        CedreRunner.Result again = binder(folder, target);
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.out()).isEmpty();
        assertThat(again.err()).contains("« " + file + " »", "depuis");
        assertThat(target.resolve(file)).hasContent("annoté");
    }

    @Test
    void foreignFolderIsLeftAlone() throws IOException {
        Folders.write(target.resolve("LISEZMOI.txt"), "Mes photos\n");
        Folders.write(target.resolve("empreintes.txt"), "");
        refused(target.toString(), "ni vide ni un classeur de cedre");
        assertThat(tree(target)).hasSize(2);
    }

    @Test
    void placesThatAreRefused() throws IOException {
        Folders.write(temp.resolve("fichier"), "x");
        Files.createSymbolicLink(temp.resolve("perdu"), temp.resolve("nulle-part"));
        Files.createDirectories(folder.resolve("documents"));
        refused(folder.toString(), "dossier de preuves");
        refused(
                folder.resolve("documents").toString(),
                "dossier de preuves",
                "--classeur " + folder.resolveSibling("classeur"));
        refused(folder.resolve("registres").toString(), "n'existe pas", "dossier de preuves");
        refused(folder.resolve("classeur").toString(), "dossier de preuves");
        refused(temp.resolve("fichier").toString(), "c'est un fichier");
        refused(temp.resolve("perdu").toString(), "lien");
        refused(temp.resolve("a/b").toString(), "n'existe pas");
        refused("/", "sous-dossier");
        refused("x\0y", "n'accepte pas ce nom");
        Files.createSymbolicLink(temp.resolve("raccourci"), folder.resolve("documents"));
        refused(temp.resolve("raccourci").toString(), "dossier de preuves");
        assertThat(tree(folder)).containsExactly("preuves.csv", "structure.yaml");
    }

    private void refused(String place, String... oneOf) throws IOException {
        CedreRunner.Result result = binder(folder, place);
        assertThat(result.code()).as(place).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(List.of(oneOf)).as(result.err()).anyMatch(w -> result.err().contains(w));
        assertThat(tree(temp)).noneMatch(f -> f.contains(".cedre-"));
    }

    @Test
    void noReportInsideABinder() throws IOException {
        binder(folder, target);
        CedreRunner.Result result = binder(
                folder, target, "-f", "json", "-o", target.resolve("r.json").toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("-o", "refait en entier");
        assertThat(target.resolve("r.json")).doesNotExist();
        sealed(target);
    }

    // Failures half-way

    private Binder filed() {
        Library library = Library.open(null, null);
        Control control = new Control(library, library.dictionary(), Period.yearBefore(LocalDate.parse(DATE)));
        return Filing.of(control.check(folder, null, ALL, Extras.FINGERPRINTS));
    }

    private void fails(Binder filed, BinderPages pages, String... words) throws IOException {
        BinderWriter writer = BinderWriter.at(target.toString());
        assertThatThrownBy(() -> writer.write(filed, folder, pages))
                .isInstanceOf(CedreException.class)
                .message()
                .contains(words);
        assertThat(tree(temp)).noneMatch(f -> f.contains(".cedre-"));
    }

    @Test
    void fullDisk() throws IOException {
        proofOf("A", "documents/a.txt");
        BinderPages full = new BinderPages() {
            @Override
            public void index(Binder binder, Appendable out) throws IOException {
                out.append("à moitié");
                throw new IOException("No space left on device");
            }

            @Override
            public void missing(Binder binder, MissingProof proof, Appendable out) {}

            @Override
            public void group(GroupBinder group, Appendable out) {}
        };
        fails(filed(), full, "disque plein", "Rien n'est laissé à moitié");
        assertThat(target).doesNotExist();
        binder(folder, target);
        fails(filed(), full, "disque plein", "Celui qui s'y trouvait est intact");
        assertThat(copies()).containsExactly("A a.txt");
        sealed(target);
    }

    @Test
    void fileGone() throws IOException {
        proofOf("A", "documents/a.txt");
        Binder filed = filed();
        Files.delete(folder.resolve("documents/a.txt"));
        fails(filed, new BinderHtml("x"), "documents/a.txt", "n'a pas pu être lu");
        assertThat(target).doesNotExist();
    }

    @Test
    void fileChanged() throws IOException {
        proofOf("A", "documents/a.txt");
        Binder filed = filed();
        Files.writeString(folder.resolve("documents/a.txt"), "autre");
        fails(filed, new BinderHtml("x"), "documents/a.txt", "a changé pendant le contrôle");
        assertThat(target).doesNotExist();
    }

    @Test
    void fileSwappedForALink() throws IOException {
        proofOf("A", "documents/a.txt");
        Binder filed = filed();
        Files.move(folder.resolve("documents/a.txt"), temp.resolve("a.txt"));
        Files.createSymbolicLink(folder.resolve("documents/a.txt"), temp.resolve("a.txt"));
        fails(filed, new BinderHtml("x"), "mène hors du dossier");
        assertThat(target).doesNotExist();
    }
}
