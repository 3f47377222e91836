package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cedre.check.Finding;
import fr.cedre.check.Level;
import fr.cedre.dossier.Period;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.SpecificationDue;
import fr.cedre.problem.CedreException;
import fr.cedre.referential.Library;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A check says until when it is met: that day it still passes, the next it fails, and from then on it says since when. */
class AgeingChecksTest {

    private static final String FAR = "2100-01-01";

    private static final String REVUES = "id;date_prevue;date_tenue;entrees;decisions";
    private static final String ENQUETES = "id;public;date;envoyes;reponses;resultat;exploite_le";
    private static final String REGULATIONS = "id;date_prevue;date_tenue;participants;compte_rendu";
    private static final String PREUVES =
            "ref;titre;nature;specifications;version;valide_le;valide_par;revu_le;expire_le";

    @TempDir
    Path temp;

    /**
     * A check that grows old.
     *
     * @param check its keys beside {@code id} and {@code message}
     * @param file file it reads
     * @param lines its content
     * @param structure lines added to structure.yaml
     * @param day an audit date on which it is met
     * @param last last day it is met
     */
    record Case(String check, String file, List<String> lines, String structure, String day, String last) {
        @Override
        public String toString() {
            return check + " " + lines.get(lines.size() - 1) + " → " + last;
        }
    }

    private static Case revue(String rhythm, String held, String structure, String last) {
        return new Case(
                "genre: cadence, registre: revues, date: date_tenue, rythme: rythmes.revue_direction, " + rhythm,
                "registres/revues.csv",
                List.of(REVUES, "R1;;" + held + ";;"),
                structure,
                held,
                last);
    }

    private static Case enquete(String keys, String day, String last, String... dates) {
        Stream<String> rows = Stream.of(dates).map(d -> "E" + d + ";clients;" + d + ";;;;");
        return new Case(
                "genre: presence, registre: enquetes, " + keys,
                "registres/enquetes.csv",
                Stream.concat(Stream.of(ENQUETES), rows).toList(),
                "",
                day,
                last);
    }

    private static Case document(String keys, String day, String last, String... rows) {
        return new Case(
                "genre: document, " + keys,
                "preuves.csv",
                Stream.concat(Stream.of(PREUVES), Stream.of(rows)).toList(),
                "",
                day,
                last);
    }

    static List<Case> cases() {
        String since = "date: date, depuis: ";
        return List.of(
                revue("defaut: 12 mois", "2025-03-10", "", "2026-03-10"),
                revue("defaut: 12 mois", "2024-02-29", "", "2025-02-28"),
                revue("defaut: 12 mois", "2023-02-28", "", "2024-02-28"),
                revue("defaut: 6 mois", "2025-08-31", "", "2026-02-28"),
                revue("defaut: 1 an", "2024-02-29", "rythmes: {revue_direction: 2 semaines}\n", "2024-03-14"),
                revue("defaut: 2 semaines, facteur: 3/2", "2026-11-02", "", "2026-11-23"),
                revue(
                        "defaut: 2 semaines",
                        "2026-07-20",
                        "fermetures: [{debut: 2026-08-01, fin: 2026-08-16, motif: été}]\n",
                        "2026-08-19"),
                // A closure that begins on the last day adds nothing: that day can still be held.
                revue(
                        "defaut: 2 semaines",
                        "2026-07-18",
                        "fermetures: [{debut: 2026-08-01, fin: 2026-08-16, motif: été}]\n",
                        "2026-08-17"),
                enquete(since + "12 mois", "2025-06-01", "2026-05-28", "2025-05-28"),
                enquete(since + "12 mois", "2024-03-01", "2025-02-28", "2024-02-29"),
                enquete(since + "1 an", "2024-03-01", "2025-02-28", "2024-02-29"),
                enquete(since + "12 mois", "2023-03-01", "2024-02-29", "2023-02-28"),
                enquete(since + "6 mois", "2025-09-01", "2026-02-28", "2025-08-31"),
                enquete(since + "6 mois", "2025-09-01", "2026-02-28", "2025-08-28"),
                enquete(since + "6 mois", "2025-09-01", "2026-03-01", "2025-09-01"),
                enquete(since + "90 jours", "2026-01-05", "2026-04-01", "2026-01-01"),
                enquete(
                        since + "12 mois, au_moins: 2",
                        "2026-01-05",
                        "2026-06-30",
                        "2025-02-01",
                        "2025-06-30",
                        "2026-01-04"),
                enquete("portee: periode", "2026-01-05", "2026-12-31", "2026-01-01"),
                enquete("portee: periode", "2025-03-01", "2026-02-28", "2025-03-01"),
                enquete("portee: periode", "2024-03-05", "2025-02-28", "2024-02-29"),
                enquete("portee: periode", "2023-03-05", "2024-02-29", "2023-03-01"),
                document("depuis: 24 mois", "2025-01-01", "2026-02-28", "D1;;;0.1;1;2024-02-29;ca;;"),
                document("depuis: 24 mois", "2025-01-01", "2026-06-30", "D1;;;0.1;1;2020-02-29;ca;2024-06-30;"),
                document("depuis: 24 mois", "2025-01-01", "2025-12-31", "D1;;;0.1;1;2024-02-29;ca;;2025-12-31"),
                document(
                        "depuis: 24 mois",
                        "2025-01-01",
                        "2026-02-28",
                        "D1;;;0.1;1;2024-02-29;ca;;",
                        "D2;;;0.1;1;2024-06-30;ca;;2025-12-31",
                        "D3;;;9.9;1;2025-01-01;ca;;"),
                document(
                        "nature: livret, depuis: 24 mois, au_moins: 2",
                        "2025-01-01",
                        "2025-09-30",
                        "D1;;livret;;1;2024-06-30;ca;;",
                        "D2;;livret;;1;2024-06-30;ca;;2025-09-30"),
                new Case(
                        "genre: niveau, defaut: ancien, depuis: 12 mois, niveau: point_sensible",
                        "autoevaluation.csv",
                        List.of(
                                "objectif;voix;niveau;cible;commentaire;preuves;evalue_le",
                                "0.1;direction;1;;;;2023-02-28",
                                "0.1;permanent;1;;;;2022-01-01"),
                        "",
                        "2023-06-01",
                        "2024-02-29"));
    }

    private String referential(String check) throws IOException {
        Path file = temp.resolve("referentiels/essai.yaml");
        Folders.write(file, """
                id: essai
                titre: Essai
                version: "1"
                provenance: proposition
                notice: Essai.
                familles: [{id: toutes, titre: Toutes, types: [AI]}]
                echelle: [{niveau: "0", titre: Rien}, {niveau: "1", titre: Un peu}]
                chapitres:
                  - id: "0"
                    titre: Essai
                    specifications:
                      - id: "0.1"
                        intitule: Essai
                        reference: {section: "0.1"}
                        exigence: Essai.
                        gravite: mineure
                        conseil: Essayer.
                        controles:
                          - {id: trop-vieux, message: Trop vieux., %s}
                """.formatted(check));
        return file.toString();
    }

    private DeadlineFolder folder(Case one) throws IOException {
        DeadlineFolder folder =
                DeadlineFolder.of(temp.resolve("dossier"), "nom: Essai\ntypes: [AI]\n" + one.structure());
        if (one.check().contains("niveau")) {
            folder.with("preuves.csv", PREUVES + "\nD1;;;0.1;1;2020-01-01;ca;;\n"); // a level is no proof
        }
        return folder.with(one.file(), String.join("\n", one.lines()) + "\n")
                .against(referential(one.check() + ", echeance: À refaire"));
    }

    private static List<Finding> findings(Evaluation evaluation) {
        return evaluation.results().stream()
                .flatMap(r -> r.findings().stream())
                // The days before the first date of a cadence are another matter.
                .filter(f -> f.check().equals("trop-vieux")
                        && (f.level() == Level.ECART || f.object().equals("0.1")))
                .toList();
    }

    private static List<String> dues(Evaluation evaluation) {
        return evaluation.dues().stream().map(d -> d.due().on().toString()).toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_last_day_is_the_last_the_check_is_met(Case one) throws IOException {
        DeadlineFolder folder = folder(one);
        LocalDate last = LocalDate.parse(one.last());
        assertThat(findings(folder.evaluation(one.day(), null))).isEmpty();
        assertThat(dues(folder.evaluation(one.day(), FAR))).containsExactly(one.last());
        assertThat(findings(folder.evaluation(one.last(), null))).isEmpty();
        assertThat(dues(folder.evaluation(one.last(), FAR))).containsExactly(one.last());
        for (LocalDate day : List.of(last.plusDays(1), last.plusDays(40))) {
            Evaluation after = folder.evaluation(day.toString(), FAR);
            assertThat(findings(after)).as(day.toString()).isNotEmpty();
            assertThat(dues(after)).as(day.toString()).containsExactly(one.last());
            assertThat(findings(folder.evaluation(day.toString(), null))).isEqualTo(findings(after));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothing_is_told_without_a_horizon_nor_beyond_it(Case one) throws IOException {
        DeadlineFolder folder = folder(one);
        String before = LocalDate.parse(one.last()).minusDays(1).toString();
        assertThat(folder.evaluation(one.day(), null).dues()).isEmpty();
        assertThat(folder.evaluation(one.day(), before).dues()).isEmpty();
        assertThat(folder.evaluation(one.day(), one.last()).dues()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_was_never_met_has_no_deadline(Case one) throws IOException {
        DeadlineFolder folder = folder(one).with(one.file(), one.lines().get(0) + "\n");
        assertThat(folder.evaluation(one.day(), FAR).dues()).isEmpty();
    }

    @Test
    void a_period_asked_for_keeps_its_length() throws IOException {
        DeadlineFolder folder = folder(enquete("portee: periode", "", "", "2026-01-31"));
        LocalDate end = LocalDate.of(2026, 2, 28);
        Period twoMonths = new Period(LocalDate.of(2026, 1, 1), end);
        assertThat(dues(folder.evaluation(twoMonths, FAR))).containsExactly("2026-03-30");
        LocalDate last = LocalDate.of(2026, 3, 30);
        assertThat(findings(folder.evaluation(new Period(last.minusDays(58), last), null)))
                .isEmpty();
        assertThat(findings(folder.evaluation(new Period(last.minusDays(57), last.plusDays(1)), null)))
                .hasSize(1);
    }

    @Test
    void a_row_without_an_end_never_leaves_the_period() throws IOException {
        DeadlineFolder folder = folder(new Case(
                        "genre: presence, registre: contrats, portee: periode",
                        "registres/contrats.csv",
                        List.of("id;id_salarie;debut;fin_prevue", "C1;S1;2024-01-01;", "C2;S2;2024-01-01;2026-05-31"),
                        "",
                        "",
                        ""))
                .register("salaries", "id;date_entree", "S1;2024-01-01", "S2;2024-01-01");
        assertThat(folder.evaluation("2026-01-01", FAR).dues()).isEmpty();
        folder.with("registres/contrats.csv", "id;id_salarie;debut;fin_prevue\nC2;S2;2024-01-01;2026-05-31\n");
        assertThat(dues(folder.evaluation("2026-01-01", FAR))).containsExactly("2027-05-30");
        assertThat(dues(folder.evaluation("2028-01-01", FAR))).containsExactly("2027-05-30");
    }

    @Test
    void each_value_has_its_own_day_and_its_own_words() throws IOException {
        DeadlineFolder folder = DeadlineFolder.of(temp.resolve("d"), "nom: Essai\ntypes: [AI]\n")
                .register("enquetes", ENQUETES, "E1;clients;2025-05-01;;;;", "E2;salaries;2026-02-01;;;;")
                .against(referential("genre: presence, registre: enquetes, depuis: 12 mois, date: date,"
                        + " chaque: {colonne: public, valeurs: [clients, salaries, prescripteurs]},"
                        + " echeance: 'Interroger les {valeur}', renouvellement: 2 mois"));
        assertThat(folder.deadlines("2026-06-01", FAR))
                .extracting(d -> d.on() + " " + d.object() + " " + d.label() + " " + d.startBy() + " " + d.source())
                .containsExactly(
                        "2026-05-01 clients Interroger les clients 2026-03-01 registres/enquetes.csv:2, colonne « date »",
                        "2027-02-01 salaries Interroger les salaries 2026-12-01 registres/enquetes.csv:3, colonne « date »");
    }

    @Test
    void an_alternative_lasts_as_long_as_its_last_solution() throws IOException {
        String either =
                "genre: alternative, echeance: À refaire, parmi: [{genre: presence, registre: enquetes, depuis: 12 mois,"
                        + " date: date}, {genre: presence, registre: regulations, depuis: 6 mois, date: date_tenue}, {genre: document}]";
        DeadlineFolder folder = DeadlineFolder.of(temp.resolve("d"), "nom: Essai\ntypes: [AI]\n")
                .register("enquetes", ENQUETES, "E1;clients;2026-01-15;;;;")
                .register("regulations", REGULATIONS, "G1;;2026-05-10;;")
                .with("preuves.csv", PREUVES + "\n")
                .against(referential(either));
        assertThat(dues(folder.evaluation("2026-06-01", FAR))).containsExactly("2027-01-15");
        assertThat(findings(folder.evaluation("2027-01-15", null))).isEmpty();
        assertThat(findings(folder.evaluation("2027-01-16", null))).hasSize(1);
        assertThat(dues(folder.evaluation("2027-03-01", FAR))).containsExactly("2027-01-15");
        folder.with("preuves.csv", PREUVES + "\nD1;;;0.1;1;2026-01-01;ca;;\n");
        assertThat(folder.evaluation("2026-06-01", FAR).dues()).isEmpty();
        folder.with("preuves.csv", PREUVES + "\nD1;;;0.1;1;2026-01-01;ca;;2027-08-31\n");
        assertThat(dues(folder.evaluation("2026-06-01", FAR))).containsExactly("2027-08-31");
        assertThat(findings(folder.evaluation("2027-08-31", null))).isEmpty();
        assertThat(findings(folder.evaluation("2027-09-01", null))).hasSize(1);
    }

    @Test
    void what_cannot_be_read_is_never_said_to_be_over() throws IOException {
        Case one =
                enquete("depuis: 12 mois, date: date, si: {colonne: resultat, est: renseigne}", "", "", "2025-05-28");
        DeadlineFolder folder = folder(one)
                .register("enquetes", ENQUETES, "E1;clients;2024-05-28;;;ok;", "E2;clients;2025-13-41;;;ok;");
        assertThat(folder.evaluation("2026-06-01", FAR).dues()).isEmpty();
        assertThat(dues(folder.evaluation("2024-06-01", FAR))).containsExactly("2025-05-28");
        DeadlineFolder revues = folder(revue("defaut: 12 mois", "2024-05-28", "", ""))
                .register("revues", REVUES, "R1;;2024-05-28;;", "R2;;le 30 mai;;");
        assertThat(revues.evaluation("2026-06-01", FAR).dues()).isEmpty();
        assertThat(dues(revues.evaluation("2024-06-01", FAR))).containsExactly("2025-05-28");
        DeadlineFolder cut = folder(enquete("depuis: 12 mois, date: date", "", "", "2025-05-28"))
                .register("enquetes", ENQUETES, "E1;clients;2024-05-28;;;;", "E2;clients;2026-05-28;\"jamais fermé;;;");
        assertThat(cut.evaluation("2026-06-01", FAR).dues()).isEmpty();
    }

    @Test
    void a_specification_without_object_asks_for_nothing() throws IOException {
        Case one = enquete("depuis: 12 mois, date: date", "", "", "2025-05-28");
        DeadlineFolder folder = folder(one)
                .with(
                        "structure.yaml",
                        "nom: Essai\ntypes: [AI]\nnon_applicables: [{specification: '0.1', motif: sans, valide_par: ca}]\n");
        assertThat(folder.evaluation("2025-06-01", FAR).dues()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "genre: document, echeance: X | echeance",
                "genre: document, depuis: 1 an, contient: [a], echeance: X | echeance",
                "genre: presence, registre: enquetes, portee: tout, echeance: X | echeance",
                "genre: presence, registre: enquetes, distinct: public, echeance: X | echeance",
                "genre: champ, champ: horaires, echeance: X | echeance",
                "genre: niveau, defaut: non_evalue, echeance: X | echeance",
                "genre: alternative, parmi: [{genre: document}], echeance: X | echeance",
                "genre: presence, registre: enquetes, renouvellement: 1 mois | renouvellement",
                "genre: presence, registre: enquetes, echeance: X, renouvellement: un mois | renouvellement",
                "genre: presence, registre: enquetes, echeance: 'X {valeur}' | echeance",
                "genre: presence, registre: enquetes, echeance: 'X {id}' | echeance"
            })
    void a_deadline_that_means_nothing_is_refused_at_its_line(String check, String key) throws IOException {
        String file = referential(check);
        Library library = Library.open(null, null);
        assertThatThrownBy(() -> library.referential(file, library.dictionary()))
                .isInstanceOfSatisfying(
                        CedreException.class,
                        e -> assertThat(e.problems()).singleElement().satisfies(p -> {
                            assertThat(p.location().column()).endsWith(key);
                            assertThat(p.location().line()).isEqualTo(19);
                        }));
    }

    @Test
    void every_deadline_of_the_shipped_referentials_keeps_its_word() throws IOException {
        for (String example : List.of("ai-clef-emploi", "aci-jardins-du-pre")) {
            for (String referential : List.of("cedre-v2", "cedre-v1", "iso-9001-2015")) {
                DeadlineFolder folder = new DeadlineFolder(Path.of("examples", example)).against(referential);
                for (SpecificationDue due :
                        folder.evaluation("2026-11-21", "2027-11-21").dues()) {
                    LocalDate last = due.due().on();
                    if (!last.isBefore(LocalDate.of(2026, 11, 21))) {
                        assertThat(told(folder, last, due)).as(due.toString()).isFalse();
                        assertThat(told(folder, last.plusDays(1), due))
                                .as(due.toString())
                                .isTrue();
                    }
                }
            }
        }
    }

    private static boolean told(DeadlineFolder folder, LocalDate day, SpecificationDue due) {
        return folder.evaluation(day.toString(), null).results().stream()
                .filter(r -> r.specification().id().equals(due.specification()))
                .flatMap(r -> r.findings().stream())
                .anyMatch(f -> f.check().equals(due.check().id())
                        && (due.due().value() == null
                                || f.object().equals(due.due().object())));
    }
}
