package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Pages of groups that are not the examples: one for all, large, damaged, hostile. */
class HtmlGroupTest extends GroupFolder {

    private static final String HOSTILE =
            "<script>alert(1)</script> =cmd|' /C calc'!A0 <b onclick=x>\" \u001b[31mrouge \u202Eesrevni\u2066 & ${1+1}";

    @Test
    void whoBlocksWhom() throws IOException {
        member("ai", "tient");
        failing("ai", "cede", "5.3");
        group("membres: [tient, cede]");
        HtmlPage page = page("check", "-r", "cedre-iso-9001");
        page.sound();
        assertThat(page.document().select("#blocage")).hasSize(1);
        page = page("check", "-r", "cedre-v2");
        page.sound();
        assertThat(page.document().select("#blocage")).isEmpty();
        assertThat(page.document().select(".verdict").text()).contains("1 membre en défaut sur 2");
    }

    @Test
    void membersHeldAgainstDifferentTexts() throws IOException {
        member("ai", "un");
        Path other = member("ai", "deux");
        Folders.replace(other.resolve("structure.yaml"), "\nreferentiel: cedre-v2", "\nreferentiel: cedre-v1");
        group("membres: [un, deux]");
        HtmlPage page = page("check");
        page.sound();
        assertThat(page.document().select(".matrice")).hasSize(2);
        assertThat(page.document().select("header").text()).contains("reconstitution", "même référentiel");
    }

    @Test
    void aMemberThatCannotBeRead() throws IOException {
        member("ai", "lu");
        Files.createDirectories(group.resolve("vide"));
        group("membres: [vide, lu]");
        for (String command : List.of("check", "review")) {
            HtmlPage page = page(command);
            page.sound();
            assertThat(page.document().select(".matrice tbody tr").first().text())
                    .contains("vide", "non ");
            assertThat(page.document().select("#problemes").text()).contains("Problèmes de lecture");
        }
        group("membres: [vide]");
        for (String command : List.of("check", "review")) {
            page(command).sound();
        }
    }

    @Test
    void twoHundredMembersStayOnePage() throws IOException {
        many(200, 20);
        HtmlPage page = page("check");
        page.sound();
        Document document = page.document();
        assertThat(document.select(".matrice tbody tr")).hasSize(200);
        assertThat(document.select("details[data-fiche][open]")).isEmpty();
        assertThat(document.select("option[value=defaut]")).hasSize(1);
        assertThat(document.outerHtml().length()).isLessThan(2_000_000);
    }

    @Test
    void hostileTextIsInert() throws IOException {
        Path member = member("aci", "piege");
        Path structure = member.resolve("structure.yaml");
        String name = HOSTILE.replace("\"", "\\\"").replace("\u001b", "\\u001b");
        Folders.replace(
                structure,
                "nom: piege",
                "nom: \"" + name.replace("\u202E", "\\u202e").replace("\u2066", "\\u2066") + "\"");
        String cell = "\"" + HOSTILE.replace("\"", "\"\"") + "\";";
        Path people = member.resolve("registres/salaries.csv");
        Files.writeString(people, Files.readString(people) + cell + "hier\n");
        Folders.replace(member.resolve("preuves.csv"), "\nPR-01;", "\n" + cell);
        group("membres: [piege]");
        CedreRunner.run("review", member.toString(), "--date", "2025-11-21", "--enregistrer");
        for (HtmlPage page :
                List.of(page("check"), page("review"), alone(member, "review"), alone(member, "diff", "v1", "v2"))) {
            page.sound();
            assertThat(page.document().text()).contains("<script>alert(1)</script>", "<b onclick=x>", "${1+1}");
        }
    }

    private static HtmlPage alone(Path folder, String... command) {
        List<String> args = new ArrayList<>(List.of(command));
        args.addAll(List.of(folder.toString(), "--date", DATE, "-f", "html"));
        return new HtmlPage(CedreRunner.run(args).out());
    }

    private HtmlPage page(String command, String... options) {
        List<String> args = new ArrayList<>(List.of(command, group.toString(), "--date", DATE, "-f", "html"));
        args.addAll(List.of(options));
        return new HtmlPage(CedreRunner.run(args).out());
    }
}
