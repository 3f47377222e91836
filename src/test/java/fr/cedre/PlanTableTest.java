package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and spreadsheets do to a plan between two runs: their words stay, the cells of cedre are brought up to date. */
class PlanTableTest extends PlanFolder {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UTF-8 | ; | crlf | bom",
                "UTF-8 | ; | lf | none",
                "UTF-8 | , | lf | none",
                "windows-1252 | ; | crlf | none",
                "windows-1252 | , | cr | none",
                "UTF-16LE | tab | crlf | bom",
                "UTF-16BE | tab | crlf | bom",
                "UTF-8 | bar | lf | none",
                "windows-1252 | ; | crlf | sep",
                "UTF-8 | tab | lf | sep",
            })
    void everyWayOfSavingIsRead(String charset, String separator, String eol, String before) throws IOException {
        spoil("R-03", "R-05");
        plan();
        Spreadsheet sheet = sheet();
        String words = "« Été » ; \"à voir\", l'œuvre\nde Zoé | fin\t€";
        sheet.set(row(sheet, "R-03"), "commentaire", words);
        char sign = separator.equals("tab") ? '\t' : separator.equals("bar") ? '|' : separator.charAt(0);
        String end = eol.replace("crlf", "\r\n").replace("cr", "\r").replace("lf", "\n");
        sheet.save(
                plan,
                Charset.forName(charset),
                sign,
                end,
                before.equals("bom") ? "\uFEFF" : before.equals("sep") ? "sep=" + sign + end : "");
        mend("R-05");
        plan();
        assertThat(Files.readString(plan)).startsWith("\uFEFFidentite;");
        assertThat(cell("R-03", "commentaire")).isEqualTo(words);
        assertThat(cell("R-05", "etat")).isEqualTo("levé");
        assertThat(sheet().rows()).hasSize(2);
    }

    @Test
    void headersArePeoplesOwn() throws IOException {
        spoil("R-03");
        plan();
        Spreadsheet sheet = sheet();
        sheet.rename("identite", " Identité ")
                .rename("echeance", "ÉCHÉANCE")
                .rename("preuve_efficacite", "Preuve de l’efficacité")
                .rename("statut", "Statut")
                .rename("releve_le", "Relevé le")
                .rename("action_close", "Action close");
        sheet.set(1, "ÉCHÉANCE", "01/01/2026")
                .set(1, "Preuve de l’efficacité", "fait foi")
                .save(plan);
        List<String> headers = sheet.headers();
        mend("R-03");
        plan();
        assertThat(sheet().headers()).isEqualTo(headers);
        assertThat(sheet().get(1, "Action close")).isEqualTo("oui");
    }

    @Test
    void titlesColumnsRowsAndCellsInExcessStay() throws IOException {
        spoil("R-03", "R-05");
        plan();
        String more = Files.readString(plan)
                .replace("\uFEFF", "\uFEFFPlan 2026;Qualité\r\n\r\n")
                .replace("suivi_cedre\r\n", "suivi_cedre;Coût ;\r\n")
                .replaceFirst("(?m)^(6.2.B2#[^\r]*)\r\n", "$1; 12 € ;;en trop;encore\r\n;;;;;;;;;;;Paul\r\n\r\n");
        Files.writeString(plan, more);
        mend("R-03");
        spoil("R-07");
        plan();
        String after = Files.readString(plan);
        assertThat(after)
                .startsWith("\uFEFFPlan 2026;Qualité\r\n\r\nidentite;")
                .contains("suivi_cedre;\"Coût \";\r\n", ";\" 12 € \";")
                .contains(";;en trop;encore\r\n", ";;;;;;;;;;;Paul\r\n");
        String again = after;
        plan();
        assertThat(Files.readString(plan)).isEqualTo(again);
        assertThat(after.lines().filter(l -> l.startsWith("6.2.B2#"))).hasSize(3);
        assertThat(after.lines().toList().get(after.lines().toList().size() - 1))
                .startsWith(identity("R-07"));
    }

    @Test
    void missingColumnsComeBackBeyondEveryCell() throws IOException {
        spoil("R-03");
        plan();
        Spreadsheet sheet = sheet();
        sheet.set(1, "commentaire", "à garder").dropColumn("suivi_cedre").dropColumn("echeance");
        sheet.dropColumn("etat").save(plan);
        Files.writeString(plan, Files.readString(plan, Spreadsheet.WINDOWS).stripTrailing() + ";en trop\r\n");
        plan();
        Spreadsheet after = sheet();
        assertThat(after.headers().subList(13, 18))
                .containsExactly("commentaire", "", "etat", "echeance", "suivi_cedre");
        assertThat(after.get(1, "")).isEqualTo("en trop");
        assertThat(after.get(1, "etat")).isEqualTo("ouvert");
        assertThat(after.get(1, "commentaire")).isEqualTo("à garder");
    }

    @Test
    void twoActionsForOneGapAreBothKeptUpToDate() throws IOException {
        spoil("R-03");
        plan();
        Spreadsheet sheet = sheet();
        int copy = sheet.copyRow(1);
        sheet.set(1, "responsable", "Ana").set(copy, "responsable", "Bo").set(copy, "preuve_efficacite", "oui, vu");
        sheet.save(plan);
        mend("R-03");
        plan();
        assertThat(sheet().cells("responsable")).containsExactly("Ana", "Bo");
        assertThat(sheet().cells("etat")).containsExactly("levé", "levé");
        assertThat(sheet().cells("action_close")).containsExactly("non", "oui");
    }

    @Test
    void aTextThatPeopleRewroteStaysAndTheOthersFollow() throws IOException {
        spoil("R-03", "R-05");
        plan();
        write("R-03", "ecart", "Pas de trace du 23 décembre");
        write("R-05", "action_proposee", "");
        Files.writeString(
                regulations(),
                Files.readString(regulations())
                        .replace("R-03;2025-12-23;2025-12-23", "R-03;2025-12-23;2025-12-24")
                        .replace("R-05;2026-01-20;2026-01-20", "R-05;2026-01-20;2026-01-21"));
        plan();
        assertThat(cell("R-03", "ecart")).isEqualTo("Pas de trace du 23 décembre");
        assertThat(cell("R-03", "action_proposee")).startsWith("Rédigez");
        assertThat(cell("R-05", "ecart")).contains("21/01/2026");
        assertThat(cell("R-05", "action_proposee")).as("a blank is no text").startsWith("Rédigez");
    }

    @Test
    void withoutItsOwnColumnCedreTakesTextsForPeoples() throws IOException {
        spoil("R-03");
        plan();
        sheet().dropColumn("suivi_cedre").save(plan);
        Files.writeString(
                regulations(),
                Files.readString(regulations()).replace("R-03;2025-12-23;2025-12-23", "R-03;2025-12-23;2025-12-24"));
        plan();
        assertThat(cell("R-03", "ecart")).contains("23/12/2025");
        mend("R-03");
        plan();
        assertThat(cell("R-03", "etat")).isEqualTo("levé");
    }

    /** A spreadsheet that loses signs, turns an identifier into a date or shows ###### does not pass for a person. */
    @Test
    void whatASpreadsheetSpoilsIsRestored() throws IOException {
        spoil("R-03");
        plan();
        Spreadsheet sheet = sheet();
        String gap = sheet.get(1, "ecart");
        sheet.set(1, "ecart", gap.replace("é", "?").replace(" :", "\u00a0:").replace("?g", "ég"))
                .set(1, "specification", "06/02/2002")
                .set(1, "releve_le", "########")
                .set(1, "etat", "levé")
                .set(1, "leve_le", "01/02/2026")
                .save(plan);
        planOn("2026-11-30");
        assertThat(cell("R-03", "specification")).isEqualTo("6.2.B2");
        assertThat(cell("R-03", "releve_le")).isEqualTo("21/11/2026");
        assertThat(cell("R-03", "etat")).isEqualTo("ouvert");
        assertThat(cell("R-03", "leve_le")).isEmpty();
        write("R-03", "ecart", gap.replace(" :", "\u00a0:").replace("'", "’"));
        Files.writeString(
                regulations(),
                Files.readString(regulations()).replace("R-03;2025-12-23;2025-12-23", "R-03;2025-12-23;2025-12-24"));
        plan();
        assertThat(cell("R-03", "ecart")).contains("24/12/2025");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=CMD()", "+1", "-1", "@x"})
    void noCellOfCedreIsRunAndThoseOfPeopleAreNotTouched(String formula) throws IOException {
        Path library = new SmallLibrary(temp.resolve("grilles"))
                .referential("un", "", "A1")
                .folder();
        Path grid = library.resolve("un.yaml");
        Files.writeString(grid, Files.readString(grid).replace("conseil: Faites A1.", "conseil: \"" + formula + "\""));
        String[] options = {"-r", "un", "--referentiels", library.toString()};
        plan(options);
        assertThat(sheet().get(1, "action_proposee")).isEqualTo("'" + formula);
        sheet().set(1, "commentaire", formula)
                .set(1, "responsable", "'" + formula)
                .save(plan);
        for (int i = 0; i < 3; i++) {
            sheet().set(1, "etat", "?").save(plan, StandardCharsets.UTF_8, ';', "\r\n", "");
            plan(options);
        }
        assertThat(sheet().get(1, "commentaire")).isEqualTo(formula);
        assertThat(sheet().get(1, "responsable")).isEqualTo("'" + formula);
        assertThat(sheet().get(1, "action_proposee")).isEqualTo("'" + formula);
    }

    /** Ten rounds of work by two hands: gaps mended and spoilt again, rows and columns moved about, files saved as Excel does. */
    @Test
    void tenRoundsLoseNoWord() throws IOException {
        List<String> meetings = List.of("R-03", "R-05", "R-07", "R-09", "R-11", "R-13");
        Map<String, String> words = new LinkedHashMap<>();
        Set<String> spoilt = new TreeSet<>();
        int own = 0;
        for (int round = 0; round < 10; round++) {
            for (int i = 0; i < meetings.size(); i++) {
                boolean wanted = (round + i) % 3 != 0;
                if (wanted && spoilt.add(meetings.get(i))) {
                    spoil(meetings.get(i));
                } else if (!wanted && spoilt.remove(meetings.get(i))) {
                    mend(meetings.get(i));
                }
            }
            String date = "2026-12-" + (10 + round);
            CedreRunner.run("check", folder.toString(), "--date", date);
            assertThat(planOn(date).code()).isLessThan(2);
            Spreadsheet sheet = sheet();
            for (String meeting : spoilt) {
                assertThat(sheet.get(row(sheet, meeting), "etat")).isIn("ouvert", "rouvert");
            }
            for (String gone :
                    meetings.stream().filter(m -> !spoilt.contains(m)).toList()) {
                if (sheet.cells("identite").contains(identity(gone))) {
                    assertThat(sheet.get(row(sheet, gone), "etat")).isEqualTo("levé");
                }
            }
            words.forEach((key, word) -> {
                String[] where = key.split("@", -1);
                int row = where[0].startsWith("propre") ? sheet.row("commentaire", where[0]) : row(sheet, where[0]);
                assertThat(sheet.get(row, where[1])).as(key).isEqualTo(word);
            });
            assertThat(sheet.rows())
                    .hasSize((int) sheet.cells("identite").stream()
                                    .filter(c -> !c.isEmpty())
                                    .count()
                            + own);
            assertThat(sheet.cells("identite").stream()
                            .filter(c -> !c.isEmpty())
                            .toList())
                    .doesNotHaveDuplicates();
            edit(sheet, round, spoilt, words, own++);
        }
        assertThat(words).hasSizeGreaterThan(30);
    }

    private void edit(Spreadsheet sheet, int round, Set<String> spoilt, Map<String, String> words, int own)
            throws IOException {
        for (String meeting : spoilt) {
            for (String column : List.of("responsable", "statut", "commentaire", "preuve_efficacite")) {
                if ((round + column.length()) % 2 == 0) {
                    String word = "tour " + round + " ; « " + column + " » d'" + meeting + "\nà l’œil, 12 €";
                    sheet.set(row(sheet, meeting), column, word);
                    words.put(meeting + "@" + column, word);
                }
            }
        }
        sheet.move(sheet.headers().get(round % 5), 3 + round % 4);
        String added = "Colonne ajoutée n° " + round;
        sheet.addColumn(added, round % 7);
        String meeting = spoilt.iterator().next();
        sheet.set(row(sheet, meeting), added, "mot " + round);
        words.put(meeting + "@" + added, "mot " + round);
        sheet.addRow(1 + round % 2, "commentaire", "propre " + own + ".");
        words.put("propre " + own + ".@commentaire", "propre " + own + ".");
        sheet.sort(round % 2 == 0 ? "commentaire" : "etat").save(plan);
    }
}
