package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan when the referential changes, or when only some types or checks are under control. */
class PlanReferentialTest extends PlanFolder {

    private static final String MEETINGS = """
                    controles:
                      - id: sans-compte-rendu
                        genre: ligne
                        registre: regulations
                        exige: {colonne: compte_rendu, est: renseigne}
                        colonne: compte_rendu
                        message: "Régulation {id} : pas de compte rendu."
                      - id: sans-cloture
                        genre: ligne
                        registre: reclamations
                        exige: {colonne: cloture_le, est: renseigne}
                        colonne: cloture_le
                        message: "Réclamation {id} : ouverte."
            """;

    private Path grids() throws IOException {
        Path own = new SmallLibrary(temp.resolve("grilles"))
                .referential("un", "", "A1", "A2", "A3", "A4")
                .referential("deux", "", "B1", "B2", "B3", "B5")
                .lines(
                        "un",
                        "deux",
                        "de: A1, vers: B1, sort: deplacee",
                        "de: A2, vers: B2, sort: deplacee",
                        "de: A3, vers: B3, sort: deplacee",
                        "de: A4, sort: supprimee",
                        "vers: B5, sort: nouvelle")
                .referential("trois", "", "C1")
                .folder();
        for (String id : List.of("un", "deux")) {
            Path grid = own.resolve(id + ".yaml");
            Files.writeString(
                    grid,
                    Files.readString(grid)
                            .replace(
                                    "version: \"1\"\n",
                                    "version: \"1\"\n" + (id.equals("deux") ? "remplace: [un]\n" : "")));
        }
        // The first of each is about meetings, so that its object is not its own name.
        for (String id : List.of("un", "deux")) {
            Path grid = own.resolve(id + ".yaml");
            Files.writeString(
                    grid,
                    Files.readString(grid)
                            .replaceFirst(
                                    " +controles: \\[\\{id: preuve-absente, genre: document, message: \"Aucune preuve.\"}]\n",
                                    java.util.regex.Matcher.quoteReplacement(MEETINGS)));
        }
        return own;
    }

    private CedreRunner.Result under(String referential, String... options) {
        List<String> all = new java.util.ArrayList<>(List.of(
                "-r", referential, "--referentiels", temp.resolve("grilles").toString()));
        all.addAll(List.of(options));
        return plan(all.toArray(String[]::new));
    }

    private String state(String identity, String column) throws IOException {
        Spreadsheet sheet = sheet();
        return sheet.get(sheet.row("identite", identity), column);
    }

    @Test
    void aNewReferentialTakesUpTheRowsOfTheOneItReplaces() throws IOException {
        grids();
        spoil("R-03");
        under("un");
        String first = identity("A1", "sans-compte-rendu", "R-03");
        assertThat(sheet().cells("identite"))
                .containsExactly(
                        first,
                        identity("A2", "aucune-preuve", "A2"),
                        identity("A3", "aucune-preuve", "A3"),
                        identity("A4", "aucune-preuve", "A4"));
        Spreadsheet sheet = sheet();
        for (int i = 1; i < 5; i++) {
            sheet.set(i, "responsable", "personne " + i);
        }
        sheet.save(plan);
        Files.writeString(
                folder.resolve("preuves.csv"),
                Files.readString(folder.resolve("preuves.csv")) + "PX;Preuve;;B3;1;2026-02-02;direction;;;bureau;;\n");
        CedreRunner.Result result = under("deux");
        assertThat(sheet().cells("identite"))
                .containsExactly(
                        identity("B1", "sans-compte-rendu", "R-03"),
                        identity("B2", "aucune-preuve", "B2"),
                        identity("A3", "aucune-preuve", "A3"),
                        identity("A4", "aucune-preuve", "A4"),
                        identity("B5", "aucune-preuve", "B5"));
        assertThat(sheet().cells("referentiel")).containsExactly("deux", "deux", "un", "un", "deux");
        assertThat(sheet().cells("etat")).containsExactly("ouvert", "ouvert", "levé", "levé", "ouvert");
        assertThat(sheet().cells("responsable"))
                .containsExactly("personne 1", "personne 2", "personne 3", "personne 4", "");
        assertThat(flat(result)).contains("A4#", "n'est plus demandé par le référentiel");
        Spreadsheet noted = sheet();
        noted.set(3, "preuve_efficacite", "relu").save(plan);
        under("deux");
        assertThat(sheet().cells("action_close")).containsExactly("non", "non", "oui", "non", "non");
    }

    @Test
    void anotherReferentialThatDoesNotReplaceItDestroysNothing() throws IOException {
        grids();
        spoil("R-03");
        under("un");
        Spreadsheet before = sheet();
        CedreRunner.Result result = under("trois");
        assertThat(flat(result)).contains("4 lignes d'un autre référentiel, laissées telles quelles");
        assertThat(sheet().rows().subList(0, 4)).isEqualTo(before.rows());
        assertThat(flat(result)).contains("1 écart ouvert · 4 d'un autre référentiel");
        under("un");
        assertThat(flat(plan("-r", "cap"))).contains("5 lignes d'un autre référentiel, laissées telles quelles");
        assertThat(sheet().rows().subList(0, 4)).isEqualTo(before.rows());
    }

    @Test
    void aRestrictedControlLiftsNothingOfTheOldReferential() throws IOException {
        grids();
        under("un");
        Spreadsheet before = sheet();
        under("deux", "--specification", "B5");
        assertThat(sheet().rows().subList(0, 3)).isEqualTo(before.rows());
    }

    @Test
    void theFormerTextOfCedreOpensFromItsReconstruction() throws IOException {
        Folders.drop(folder.resolve("preuves.csv"), "P-5.3;");
        plan("-r", "v1");
        int old = sheet().rows().size();
        sheet().setAll("responsable", "Ana").save(plan);
        plan();
        assertThat(sheet().cells("responsable").stream().filter("Ana"::equals)).hasSize(old);
        assertThat(sheet().cells("etat")).doesNotContain("rouvert");
    }

    /** A cell is an identifier or nothing: it never makes cedre open a file. */
    @ParameterizedTest
    @ValueSource(strings = {"../grilles/un.yaml", "un.yaml", "/etc/passwd", "?", "inconnu"})
    void aReferentialThatCannotBeNamedIsLeftAlone(String name) throws IOException {
        grids();
        spoil("R-03");
        under("un");
        sheet().setAll("referentiel", name).save(plan);
        Spreadsheet before = sheet();
        assertThat(flat(under("deux"))).contains("4 lignes d'un autre référentiel");
        assertThat(sheet().rows().subList(0, 4)).isEqualTo(before.rows());
    }

    /** Correspondences that say nothing of a specification do not say that it is no longer asked for. */
    @Test
    void aSpecificationThatNoLinkNamesIsLeftAsItIs() throws IOException {
        Path own = grids();
        under("un");
        Path links;
        try (java.util.stream.Stream<Path> all = Files.list(own.resolve("correspondances"))) {
            links = all.toList().get(0);
        }
        Files.writeString(links, Files.readString(links).replaceFirst("(?m)^.*A4.*\n", ""));
        CedreRunner.Result result = under("deux");
        assertThat(flat(result)).doesNotContain("n'est plus demandé").contains("1 ligne d'un autre référentiel");
        assertThat(state(identity("A4", "aucune-preuve", "A4"), "etat")).isEqualTo("ouvert");
    }

    /** The check that found the gap is no longer written in the referential: nothing proves that the gap is gone. */
    @Test
    void aGapWhoseCheckIsNoLongerMadeIsNotSaidGone() throws IOException {
        Path grid = grids().resolve("un.yaml");
        spoil("R-03");
        under("un");
        Files.writeString(grid, Files.readString(grid).replace("sans-compte-rendu", "autre-controle"));
        under("un");
        String gone = identity("A1", "sans-compte-rendu", "R-03");
        assertThat(state(gone, "etat")).isEqualTo("à vérifier");
        mend("R-03");
        under("un");
        assertThat(state(gone, "etat")).as("the specification is met").isEqualTo("levé");
    }

    @Test
    void aTypeThatTheStructureNoLongerDeclaresLiftsNothing() throws IOException {
        Path both = Folders.copy(CaseFolder.BASES.resolve("ai-aci"), temp.resolve("type-retire"));
        Path proofs = both.resolve("preuves.csv");
        Files.writeString(proofs, Files.readString(proofs).lines().limit(3).reduce("", (a, b) -> a + b + "\n"));
        run(both, DATE);
        Path file = both.resolve("plan-actions.csv");
        Spreadsheet before = Spreadsheet.open(file);
        long aci = before.cells("types").stream().filter("ACI"::equals).count();
        assertThat(aci).isEqualTo(1);
        Path structure = both.resolve("structure.yaml");
        String declared = Files.readString(structure);
        Files.writeString(structure, declared.replaceFirst("types: .*", "types: [AI]"));
        CedreRunner.Result result = run(both, DATE);
        assertThat(flat(result)).contains("1 ligne d'un type que structure.yaml ne déclare plus, laissée");
        Spreadsheet without = Spreadsheet.open(file);
        for (int i = 0; i < before.rows().size(); i++) {
            if (before.rows().get(i).get("types").equals("ACI")) {
                assertThat(without.rows().get(i)).isEqualTo(before.rows().get(i));
            }
        }
        Files.writeString(structure, declared);
        run(both, DATE);
        assertThat(Spreadsheet.open(file).cells("etat")).doesNotContain("rouvert");
    }

    /** Two checks on one specification: the doubt of the other counts only once cedre no longer knows which one found the gap. */
    @Test
    void theDoubtOfAnotherCheckDoesNotHoldAGapBack() throws IOException {
        grids();
        spoil("R-03", "R-05");
        under("un");
        Files.delete(folder.resolve("registres/reclamations.csv"));
        mend("R-03");
        under("un");
        assertThat(state(identity("A1", "sans-compte-rendu", "R-03"), "etat")).isEqualTo("levé");
        mend("R-05");
        sheet().dropColumn("suivi_cedre").save(plan);
        under("un");
        assertThat(state(identity("A1", "sans-compte-rendu", "R-05"), "etat")).isEqualTo("à vérifier");
    }

    @Test
    void underOneTypeTheRowsOfTheOthersAreLeftAsTheyAre() throws IOException {
        Path both = Folders.copy(CaseFolder.BASES.resolve("ai-aci"), temp.resolve("deux-types"));
        Path proofs = both.resolve("preuves.csv");
        Files.writeString(proofs, Files.readString(proofs).lines().limit(3).reduce("", (a, b) -> a + b + "\n"));
        run(both, DATE);
        Path file = both.resolve("plan-actions.csv");
        Spreadsheet before = Spreadsheet.open(file);
        assertThat(before.cells("types")).contains("AI, ACI", "");
        run(both, DATE, "--type", "AI");
        Spreadsheet after = Spreadsheet.open(file);
        assertThat(after.rows().subList(0, before.rows().size())).isEqualTo(before.rows());
        Files.writeString(
                both.resolve("structure.yaml"),
                Files.readString(both.resolve("structure.yaml")).replaceFirst("types: .*", "types: [AI]"));
        run(both, DATE);
        assertThat(Spreadsheet.open(file).cells("types")).doesNotContain("AI, ACI");
    }
}
