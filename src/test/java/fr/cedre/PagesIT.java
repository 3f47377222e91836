package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Pages in a real browser, network cut: at a desk, on a telephone, in the dark, on paper, at the keyboard. */
class PagesIT {

    private static final int DESK = 1280;
    private static final int TELEPHONE = 390;

    @TempDir
    private static Path temp;

    private static Optional<Browser> found = Optional.empty();

    @BeforeAll
    static void open() {
        found = Browser.open();
        if (found.isEmpty()) {
            System.out.println(Browser.ABSENT);
        }
    }

    @AfterAll
    static void close() {
        found.ifPresent(Browser::close);
    }

    @BeforeEach
    void needed() {
        assumeTrue(found.isPresent(), Browser.ABSENT);
    }

    private static Browser browser() {
        return found.orElseThrow();
    }

    private static Path page(String command) {
        Path page = temp.resolve(Integer.toHexString(command.hashCode()) + ".html");
        List<String> args = new ArrayList<>(Arrays.asList(command.split(" ", -1)));
        args.addAll(List.of("--date", "2026-11-21", "-f", "html", "-o", page.toString()));
        CedreRunner.Result result = CedreRunner.run(args);
        assertThat(result.code()).as(result.err()).isLessThan(2);
        return page;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check examples/ai-clef-emploi",
                "check examples/ei-premier-jour --chapitre 6.1",
                "check examples/ensemblier-deux-rives -r cedre-iso-9001",
                "check examples/cap-atelier-des-possibles",
                "check examples/ai-clef-emploi -r v1",
                "check examples",
                "diff v1 v2",
                "diff v1 v2 examples/ai-clef-emploi",
                "review examples/aci-jardins-du-pre",
                "review examples"
            })
    void whole_at_any_width_in_any_light_and_asks_for_nothing(String command) {
        Path page = page(command);
        for (int width : new int[] {TELEPHONE, DESK}) {
            browser().look(page, width, false);
            String where = command + ", " + width;
            assertThat(browser().complaints()).as(where).isEmpty();
            assertThat(breadth()).as(where).isLessThanOrEqualTo(width);
            browser().run("document.querySelectorAll('details').forEach(d => { d.open = true; })");
            assertThat(breadth()).as(where + ", tout déplié").isLessThanOrEqualTo(width);
        }
        browser().look(page, DESK, false);
        assertThat(browser().violations()).as(command).isEmpty();
        browser().look(page, DESK, true);
        assertThat(browser().contrasts()).as(command + ", sombre").isEmpty();
    }

    private static long breadth() {
        return browser().number("return document.documentElement.scrollWidth");
    }

    @Test
    void filters_and_search_sort_the_sheets_and_say_how_many_are_left() {
        browser().look(page("check examples/ai-clef-emploi"), DESK, false);
        long all = sheets();
        new Select(field("gravite")).selectByValue("majeure");
        assertThat(sheets()).isEqualTo(1);
        assertThat(count()).startsWith("1 sur " + all);
        new Select(field("gravite")).selectByValue("");
        new Select(field("statut")).selectByValue("a_examiner");
        assertThat(sheets()).isEqualTo(3);
        new Select(field("statut")).selectByValue("");
        WebElement search = browser().driver().findElement(By.cssSelector("#specifications-fiches-recherche"));
        search.sendKeys("REGULATION reg-2026-10");
        assertThat(sheets()).isEqualTo(1);
        browser().driver().findElement(By.cssSelector("form.filtres button")).click();
        browser().run("return new Promise(done => setTimeout(done, 50))");
        assertThat(sheets()).isEqualTo(all);
    }

    private static WebElement field(String name) {
        return browser().driver().findElement(By.cssSelector("form.filtres [name=" + name + "]"));
    }

    private static long sheets() {
        return browser()
                .number("return document.querySelectorAll('#specifications-fiches > .fiche:not([hidden])').length");
    }

    private static String count() {
        return browser()
                .driver()
                .findElement(By.id("specifications-fiches-compte"))
                .getText();
    }

    @Test
    void the_keyboard_reaches_everything_from_the_first_key() {
        browser().look(page("check examples/ai-clef-emploi"), DESK, false);
        browser().driver().findElement(By.tagName("body")).sendKeys(Keys.TAB);
        assertThat(browser().driver().switchTo().activeElement().getText()).isEqualTo("Aller au contenu");
        browser().driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        assertThat(browser().run("return document.activeElement.id")).isEqualTo("contenu");
        WebElement met = browser().driver().findElement(By.cssSelector(".fiche.conforme:not([open]) > summary"));
        met.sendKeys(Keys.ENTER);
        assertThat(browser().number("return document.querySelectorAll('.fiche.conforme[open]').length"))
                .isEqualTo(1);
    }

    @Test
    void on_paper_it_is_an_A4_document_with_what_the_screen_folds() throws IOException {
        browser().look(page("check examples/ai-clef-emploi"), DESK, true);
        try (PDDocument document = Loader.loadPDF(browser().pdf())) {
            PDRectangle sheet = document.getPage(0).getMediaBox();
            assertThat(sheet.getWidth()).isBetween(594f, 596f);
            assertThat(sheet.getHeight()).isBetween(841f, 843f);
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("5 écarts (1 majeur, 4 mineurs)")
                    .contains("9.3 ")
                    .contains("registres/missions.csv:247")
                    .contains("SHA-256")
                    .doesNotContain("Tout afficher");
            // What is met is folded on the screen: its proofs are on paper all the same.
            assertThat(text.toLowerCase(Locale.ROOT)).contains("plaquette de présentation");
        }
    }
}
