package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.cedre.check.Parameter;
import fr.cedre.deadline.DeadlineRules;
import fr.cedre.dossier.Dictionary;
import fr.cedre.problem.CedreException;
import fr.cedre.referential.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of deadlines: shipped, replaced by the user's, and refused by its schema and its reader alike when it is wrong. */
class DeadlineRulesTest {

    private static final Path SHIPPED = Path.of("referentiels", Library.DEADLINES);
    private static final Dictionary DICTIONARY = Library.open(null, null).dictionary();

    @TempDir
    Path temp;

    private static List<Error> errors(String yaml) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("referentiels/schemas/echeances.schema.json")))
                .validate(yaml, InputFormat.YAML);
    }

    private DeadlineRules own(String yaml) throws IOException {
        Folders.write(temp.resolve(Library.DEADLINES), yaml);
        return DeadlineRules.read(Library.open(null, temp), DICTIONARY);
    }

    @Test
    void what_is_shipped_is_valid_and_each_value_says_why() throws IOException {
        String yaml = Files.readString(SHIPPED);
        assertThat(errors(yaml)).isEmpty();
        assertThat(yaml).startsWith("# yaml-language-server: $schema=schemas/echeances.schema.json\n");
        DeadlineRules rules = DeadlineRules.read(Library.open(null, null), DICTIONARY);
        assertThat(rules.parameters())
                .allSatisfy(p -> assertThat(p.why()).as(p.name()).isNotBlank())
                .extracting(Parameter::name)
                .doesNotHaveDuplicates()
                .contains(
                        "delai_bilan",
                        "renouvellement_certificat",
                        "renouvellement_document_manuel_qualite",
                        "renouvellement_pass_iae");
        assertThat(rules.parameters())
                .filteredOn(p -> p.name().equals("renouvellement_certificat"))
                .extracting(Parameter::value)
                .containsExactly("9 mois");
    }

    @Test
    void documents_with_their_own_time_are_of_a_known_nature() {
        Library library = Library.open(null, null);
        assertThat(DeadlineRules.read(library, DICTIONARY).parameters())
                .filteredOn(p -> p.name().startsWith("renouvellement_document_"))
                .isNotEmpty()
                .allMatch(p -> library.referential("cedre-v2", DICTIONARY)
                        .documents()
                        .containsKey(p.name()
                                .substring("renouvellement_document_".length())
                                .replace('_', '-')));
    }

    @Test
    void the_users_file_replaces_the_shipped_one() throws IOException {
        String yaml = Files.readString(SHIPPED);
        own(yaml.substring(0, yaml.indexOf("\necheances:"))
                .replace("9 mois", "1 an")
                .replaceFirst("(?s)parametres:.*?\n\n", ""));
        DeadlineFolder folder = DeadlineFolder.of(
                        temp.resolve("d"), "nom: Essai\ntypes: [AI]\ncertification: {decision_le: 2024-03-12}\n")
                .register("actions", "id;source;action;echeance", "A1;s;a;2027-01-01");
        assertThat(folder.told("2026-11-21", "2027-06-01", null))
                .containsExactly("2027-01-01 action A1", "2027-03-12 certificat 2024-03-12");
        assertThat(folder.library(temp).deadlines("2026-11-21", "2027-06-01"))
                .singleElement()
                .satisfies(d -> assertThat(d.startBy()).isEqualTo("2026-03-12"));
    }

    @Test
    void it_stands_among_the_referentials_and_is_none() throws IOException {
        own(Files.readString(SHIPPED));
        for (Library library : List.of(Library.open(null, null), Library.open(null, temp))) {
            assertThat(library.names()).contains("cedre-v2").doesNotContain("echeances");
            assertThatThrownBy(() -> library.find("echeances"))
                    .isInstanceOf(CedreException.class)
                    .hasMessageContaining("Référentiel inconnu");
        }
        assertThat(CedreRunner.run("list").out()).doesNotContain("echeances");
        CedreRunner.Result result = CedreRunner.run("validate", SHIPPED.toString());
        assertThat(result.out()).startsWith("échéances referentiels/echeances.yaml : 13 sortes d'échéances, ");
        assertThat(result.code()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "duree: 9 mois | duree: neuf mois",
                "\\n  certificat: | \\n  certificats:",
                "renouvellements: | renouvelements:",
                "pourquoi: Relire.* | ''",
                "pourquoi: Relire.* | pourquoi: ''",
                "code: suivi | code: Suivi",
                "code: suivi | code: certificat",
                "registre: suivis | registre: suivi",
                "dernier_par: | dernier:",
                "cle_ligne: id_salarie | ligne: id_salarie",
                "a_venir: oui | a_venir: bientôt",
                "est: sans_valeur | est: nul",
                "intitule: | titre:",
                "renouvellement: 7 jours | renouvellement: une semaine"
            })
    void a_mistake_is_refused_by_schema_and_reader(String right, String wrong) throws IOException {
        String yaml = mistaken(right, wrong);
        assertThat(errors(yaml)).isNotEmpty();
        assertThatThrownBy(() -> own(yaml))
                .isInstanceOfSatisfying(
                        CedreException.class,
                        e -> assertThat(e.problems())
                                .isNotEmpty()
                                .allMatch(p -> p.location().file().equals(Library.DEADLINES)
                                        && p.location().line() != null));
    }

    /** What only the reader can know: columns, parameters, codes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date: fin_prevue | date: fin_prevu | vouliez-vous dire « fin_prevue »",
                "date: echeance \\+ delai_bilan | date: echeance + delai_bilans | vouliez-vous dire « delai_bilan »",
                "delai_bilan: | delai_du_bilan: | aucune échéance ne l'emploie",
                "code: suivi | code: contrat | désigne déjà d'autres échéances",
                "Action \\{id\\} | Action {action} | est un texte libre",
                "Action \\{id\\} | Action {numero} | n'est pas une colonne de ce registre",
                "dernier_par: id_salarie | dernier_par: poste | est un texte libre",
                "cle: id_engagement | cle: engagement | vouliez-vous dire « id_engagement »",
                "\\{public\\} | {mesure} | n'est pas une colonne"
            })
    void a_name_that_means_nothing_is_refused(String right, String wrong, String message) throws IOException {
        assertThatThrownBy(() -> own(mistaken(right, wrong)))
                .isInstanceOfSatisfying(
                        CedreException.class,
                        e -> assertThat(e.problems()).anyMatch(p -> p.message().contains(message)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cedre-v2: 6.2.E2 | cedre-v2: 6.2.E3 | n'est pas une spécification de cedre-v2",
                "cedre-v2: 6.2.E2 | cedre-v9: 6.2.E2 | « cedre-v9 » n'est pas un référentiel"
            })
    void a_specification_that_does_not_exist_is_said(String right, String wrong, String message) throws IOException {
        own(mistaken(right, wrong));
        CedreRunner.Result result = CedreRunner.run("validate", "--referentiels", temp.toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).contains(message);
    }

    private static String mistaken(String right, String wrong) throws IOException {
        String before = Files.readString(SHIPPED);
        String after = before.replaceFirst(
                right.replace("\\n", "\n"), java.util.regex.Matcher.quoteReplacement(wrong.replace("\\n", "\n")));
        assertThat(after).isNotEqualTo(before);
        return after;
    }
}
