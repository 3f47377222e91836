package fr.cedre.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cedre.CedreRunner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One example whole in each format, to be read when it changes. */
class ExchangeGoldenTest {

    private static final String EXAMPLE = "examples/ai-clef-emploi";

    @ParameterizedTest
    @CsvSource({"csv, csv", "markdown, md", "junit, junit.xml", "sarif, sarif"})
    void anExample(String format, String extension) throws IOException {
        Golden.check("ai-clef-emploi." + extension, run("check", EXAMPLE, "-f", format));
    }

    @Test
    void aGroup() throws IOException {
        Golden.check("groupe.md", run("check", "examples", "-f", "markdown"));
    }

    @Test
    void aReview() throws IOException {
        Golden.check("revue-aci-jardins-du-pre.md", run("review", "examples/aci-jardins-du-pre", "-f", "markdown"));
    }

    /** The columns are a promise to those who build tables on them. */
    @Test
    void theColumnsAreThose() throws IOException {
        String header = run("check", EXAMPLE, "-f", "csv").lines().findFirst().orElseThrow();
        assertThat(header)
                .isEqualTo("\uFEFFnature;chapitre;specification;type;intitule;statut;gravite;niveau;controle;objet;"
                        + "message;conseil;mesure;seuil;fichier;ligne;colonne;preuves;registres;position;cible;raison;"
                        + "decision;reference;referentiel;provenance;date;portee");
        String group = run("check", "examples", "-f", "csv").lines().findFirst().orElseThrow();
        assertThat(group).isEqualTo("\uFEFFdossier;structure;" + header.substring(1));
    }

    private static String run(String command, String folder, String... options) {
        List<String> args = new ArrayList<>(List.of(command, folder, "--date", "2026-11-21"));
        args.addAll(List.of(options));
        return CedreRunner.run(args).out();
    }
}
