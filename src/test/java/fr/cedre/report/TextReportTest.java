package fr.cedre.report;

import static fr.cedre.report.SampleEvaluation.result;
import static fr.cedre.report.SampleEvaluation.specification;
import static org.assertj.core.api.Assertions.assertThat;

import fr.cedre.check.Finding;
import fr.cedre.check.Gravity;
import fr.cedre.check.Level;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import fr.cedre.problem.Location;
import fr.cedre.problem.Problem;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReportTest {

    private static final RenderOptions PLAIN = RenderOptions.plain();
    private static final RenderOptions DETAIL = new RenderOptions(true, false, 80);

    @Test
    void whole_report() throws IOException {
        Golden.check("rapport.txt", render(SampleEvaluation.full(), PLAIN));
    }

    @Test
    void whole_report_in_detail() throws IOException {
        Golden.check("rapport-detail.txt", render(SampleEvaluation.full(), DETAIL));
    }

    @Test
    void no_line_is_wider_than_the_terminal() throws IOException {
        for (int width : List.of(60, 72, 80, 120)) {
            for (boolean detail : List.of(true, false)) {
                assertThat(render(SampleEvaluation.full(), new RenderOptions(detail, false, width))
                                .lines())
                        .allSatisfy(line -> assertThat(TextLayout.width(line)).isLessThanOrEqualTo(width));
            }
        }
    }

    @Test
    void colour_adds_nothing_but_colour() throws IOException {
        String coloured = render(SampleEvaluation.full(), new RenderOptions(true, true, 80));
        assertThat(coloured).contains("\u001B[1;31m");
        assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(render(SampleEvaluation.full(), DETAIL));
    }

    @Test
    void the_folder_cannot_speak_to_the_terminal() throws IOException {
        assertThat(render(SampleEvaluation.full(), DETAIL))
                .doesNotContain("\u001B", "\u202E")
                .contains("Clef�[31m Emploi�");
    }

    @Test
    void never_a_certificate() throws IOException {
        assertThat(render(SampleEvaluation.full(), DETAIL)).doesNotContain("certifié", "conforme CEDRE");
    }

    @Test
    void last_line_when_all_is_well() throws IOException {
        SpecificationResult met = result(
                specification("3.1", "Politique", "3.1", "9"), Status.CONFORME, null, List.of(), List.of(), null);
        assertThat(lastLine(SampleEvaluation.of(List.of(met), List.of())))
                .isEqualTo("0 écart · 0 spécification à examiner");
    }

    @Test
    void last_line_says_the_measure_of_the_first_major_gap() throws IOException {
        Finding finding = new Finding("part", Level.ECART, Gravity.MAJEURE, "2026-03", "…", "…", "4/15", "1/3", null);
        SpecificationResult minor = result(
                specification("3.1", "Politique", "3.1", "9"),
                Status.ECART,
                Gravity.MINEURE,
                List.of(),
                List.of(),
                null);
        SpecificationResult major = result(
                specification("6.1.G-DP", "Part", "6.1 G", "16"),
                Status.ECART,
                Gravity.MAJEURE,
                List.of(finding),
                List.of(),
                null);
        Evaluation evaluation = SampleEvaluation.of(List.of(minor, major), List.of());
        assertThat(render(evaluation, new RenderOptions(false, false, 160)))
                .endsWith("\n2 écarts (1 majeur, 1 mineur) · 0 spécification à examiner · "
                        + "à traiter d'abord : 6.1.G-DP [AI] (mars 2026 : 4/15 au lieu de 1/3)\n");
        assertThat(lastLine(evaluation))
                .isEqualTo("À traiter d'abord : 6.1.G-DP [AI] (mars 2026 : 4/15 au lieu de 1/3)");
    }

    @Test
    void last_line_names_the_register_that_settles_most() throws IOException {
        SpecificationResult open = result(
                specification("6.2.D1", "Suivi", "6.2 D", "19"),
                Status.A_EXAMINER,
                null,
                List.of(SampleEvaluation.unverified("suivi", "registre absent", "registres/missions.csv")),
                List.of(),
                null);
        assertThat(render(SampleEvaluation.of(List.of(open), List.of()), new RenderOptions(false, false, 120)))
                .contains("? registre missions.csv absent : 6.2.D1 [AI]\n")
                .endsWith("0 écart · 1 spécification à examiner · "
                        + "à fournir d'abord : registre missions.csv (1 spécification)\n");
    }

    @Test
    void a_register_that_cannot_be_read_is_not_called_absent() throws IOException {
        String file = "registres/missions.csv";
        SpecificationResult open = result(
                specification("6.2.D1", "Suivi", "6.2 D", "19"),
                Status.A_EXAMINER,
                null,
                List.of(SampleEvaluation.unverified("suivi", "Le registre n'a pas pu être lu.", file)),
                List.of(),
                null);
        Problem unusable = Problem.unusable(Location.of(file), "fichier binaire");
        assertThat(render(SampleEvaluation.of(List.of(open), List.of(unusable)), PLAIN))
                .contains("? 6.2.D1 [AI] Suivi : Le registre n'a pas pu être lu.")
                .doesNotContain("absent");
    }

    @Test
    void findings_that_were_not_listed_are_counted_last() throws IOException {
        Finding rest = new Finding(
                "c", Level.ECART, Gravity.MINEURE, "(suite)", "Et 9 autres constats.", "Faire.", null, null, null);
        Finding listed = new Finding("c", Level.ECART, Gravity.MINEURE, "A", "Constat A.", "Faire.", null, null, null);
        SpecificationResult gap = result(
                specification("3.1", "Politique", "3.1", "9"),
                Status.ECART,
                Gravity.MINEURE,
                List.of(rest, listed),
                List.of(),
                null);
        assertThat(render(SampleEvaluation.of(List.of(gap), List.of()), PLAIN))
                .contains("  - Constat A.\n  → Faire.\n  - Et 9 autres constats.\n");
    }

    @Test
    void last_line_begins_with_what_could_not_be_read() throws IOException {
        Problem unusable = Problem.unusable(Location.of("registres/missions.csv"), "fichier illisible");
        assertThat(render(SampleEvaluation.of(List.of(), List.of(unusable)), new RenderOptions(false, false, 140)))
                .endsWith("1 fichier inutilisable · 0 écart · 0 spécification à examiner · "
                        + "à traiter d'abord : registres/missions.csv (fichier illisible)\n");
    }

    private static String lastLine(Evaluation evaluation) throws IOException {
        List<String> lines = render(evaluation, PLAIN).lines().toList();
        return lines.get(lines.size() - 1);
    }

    private static String render(Evaluation evaluation, RenderOptions options) throws IOException {
        StringBuilder out = new StringBuilder();
        Format.TEXTE.renderer("0.1.0").render(evaluation, options, out);
        return out.toString();
    }
}
