package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cedre.deadline.Deadline;
import fr.cedre.dossier.Duration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ends in a folder, and when. */
class DeadlinesTest {

    private static final String DAY = "2026-11-21";
    private static final String YEAR = "2027-11-21";
    private static final String CONTRATS = "id;id_salarie;nature;debut;fin_prevue;fin_reelle;fin_essai";
    private static final String ENGAGEMENTS =
            "id;id_salarie;type;debut;echeance;signe_salarie_le;signe_structure_le;cloture_le";
    private static final String SALARIES = "id;date_entree;date_sortie;pass_debut;pass_fin";
    private static final String PREUVES =
            "ref;titre;nature;specifications;version;valide_le;valide_par;revu_le;expire_le";
    private static final String JUGEMENTS =
            "specification;type;statut;gravite;commentaire;evalue_par;evalue_le;valable_jusqu_au";

    @TempDir
    Path temp;

    private DeadlineFolder ai(String... more) throws IOException {
        return DeadlineFolder.of(temp, "nom: Essai\ntypes: [AI]\n" + String.join("\n", more) + "\n");
    }

    private DeadlineFolder aci(String... more) throws IOException {
        return DeadlineFolder.of(temp, "nom: Essai\ntypes: [ACI]\n" + String.join("\n", more) + "\n");
    }

    @Test
    void the_last_good_day_is_not_past() {
        Deadline one =
                new Deadline(LocalDate.of(2026, 8, 31), "k", "o", "L", null, null, new Duration(6, Duration.Unit.MOIS));
        assertThat(one.past(LocalDate.of(2026, 8, 31))).isFalse();
        assertThat(one.past(LocalDate.of(2026, 9, 1))).isTrue();
        assertThat(one.startBy()).isEqualTo("2026-02-28");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-12, 2027-03-12, 2026-06-12",
        "2024-02-29, 2027-02-28, 2026-05-28",
        "2024-11-21, 2027-11-21, 2027-02-21"
    })
    void a_certificate_lasts_three_years(String decided, String expiry, String start) throws IOException {
        List<Deadline> found = ai("certification: {referentiel: cedre-v2, decision_le: " + decided + "}")
                .deadlines(DAY, YEAR);
        assertThat(found)
                .filteredOn(d -> d.kind().equals("certificat"))
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.on()).isEqualTo(expiry);
                    assertThat(d.startBy()).isEqualTo(start);
                    assertThat(d.source()).hasToString("structure.yaml:3, clé « certification.decision_le »");
                });
    }

    @Test
    void a_certificate_warns_twice_before_it_ends_and_stays_due_once_over() throws IOException {
        DeadlineFolder folder = ai("certification: {decision_le: 2024-06-30}");
        assertThat(folder.told("2026-06-30", "2027-06-30", null))
                .containsExactly(
                        "2026-06-30 alerte_certificat 12 mois",
                        "2026-12-30 alerte_certificat 6 mois",
                        "2027-06-30 certificat 2024-06-30");
        assertThat(folder.told("2026-07-01", "2027-06-29", null))
                .containsExactly("2026-12-30 alerte_certificat 6 mois");
        assertThat(folder.told("2028-01-01", "2028-01-01", null)).containsExactly("2027-06-30 certificat 2024-06-30");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "certification: {referentiel: cedre-v2} | -",
                "certification: {referentiel: cedre-v2, decision_le: 2026-11-22} | -",
                "nom_usuel: X | -",
                "certification: {referentiel: cedre-v2, decision_le: 2024-03-12} | cap",
                "certification: {referentiel: cedre-v2, decision_le: 2024-03-12} | cedre-v1"
            })
    void nothing_known_nothing_said(String structure, String referential) throws IOException {
        DeadlineFolder folder = ai(structure);
        if (referential != null) {
            folder.against(referential);
        }
        assertThat(folder.deadlines(DAY, "2100-01-01")).isEmpty();
    }

    @Test
    void a_referential_that_takes_cedre_in_whole_has_its_three_years_and_its_warnings() throws IOException {
        assertThat(ai("certification: {decision_le: 2025-01-10}")
                        .against("cedre-iso-9001")
                        .told(DAY, "2028-01-10", null))
                .containsExactly(
                        "2027-01-10 alerte_certificat 12 mois",
                        "2027-07-10 alerte_certificat 6 mois",
                        "2028-01-10 certificat 2025-01-10");
    }

    @Test
    void the_planned_audit_and_the_last_funding_of_each_type() throws IOException {
        DeadlineFolder folder = DeadlineFolder.of(temp, """
                nom: Essai
                types: [AI, ETTI]
                audit_prevu_le: 2027-01-15
                financement:
                  - {type: ETTI, debut: 2026-01-01, fin: 2026-12-31, etp_insertion: 10}
                  - {type: AI, debut: 2025-01-01, fin: 2025-12-31}
                  - {type: ETTI, debut: 2027-01-01, fin: 2027-06-30, etp_insertion: 10}
                  - {type: ETTI, debut: 2025-01-01, fin: 2025-12-31, etp_insertion: 10}
                """);
        assertThat(folder.told(DAY, YEAR, null))
                .containsExactly(
                        "2025-12-31 financement AI", "2027-01-15 audit audit_prevu_le", "2027-06-30 financement ETTI");
    }

    @Test
    void non_applicabilities_that_count_end() throws IOException {
        assertThat(ai(
                                "non_applicables:",
                                "  - {specification: 6.3.A5, motif: m, valide_par: ca, jusqu_au: 2027-06-30}",
                                "  - {specification: 6.3.A5, motif: m, valide_par: ca, jusqu_au: 2027-07-31}",
                                "  - {specification: 5.1.statuts, motif: m, valide_par: ca, jusqu_au: 2026-01-31}",
                                "  - {specification: 6.3.A4, motif: m, valide_par: ca}",
                                "  - {specification: 6.3.A3, motif: m, valide_par: ca, jusqu_au: bientôt}",
                                "  - {specification: 6.1.B3, motif: pour les ACI, valide_par: ca, jusqu_au: 2027-01-31}",
                                "  - {specification: 6.1.A3, motif: interdite, valide_par: ca, jusqu_au: 2027-01-31}",
                                "  - {specification: '99', motif: m, valide_par: ca, jusqu_au: 2027-01-31}")
                        .told(DAY, YEAR, null))
                .containsExactly("2026-01-31 non_applicabilite 5.1.statuts", "2027-06-30 non_applicabilite 6.3.A5");
    }

    @Test
    void the_latest_judgement_counts() throws IOException {
        DeadlineFolder folder = DeadlineFolder.of(temp, "nom: Essai\ntypes: [AI, ACI]\n")
                .with(
                        "jugements.csv",
                        JUGEMENTS + "\n"
                                + "4.2;;conforme;;;ref;2025-01-10;2026-01-10\n"
                                + "4.2;;conforme;;;ref;2026-01-09;2027-01-09\n"
                                + "5.2;AI;conforme;;;ref;2026-02-01;2027-02-01\n"
                                + "5.2;ACI;conforme;;;ref;2026-02-01;2027-03-01\n"
                                + "5.3;AI;conforme;;;ref;2026-02-01;2027-02-01\n"
                                + "5.3;;conforme;;;ref;2026-03-01;2027-04-01\n"
                                + "7.A;;conforme;;;ref;2026-02-01;2027-02-01\n"
                                + "7.A;;conforme;;;ref;2026-05-01;\n"
                                + "7.B;;conforme;;;;2026-02-01;2027-02-01\n"
                                + "7.C;;conforme;;;ref;2026-12-01;2027-12-01\n"
                                + "8.A;ETTI;conforme;;;ref;2026-02-01;2027-02-01\n"
                                + "X.1;;conforme;;;ref;2026-02-01;2027-02-01\n");
        assertThat(folder.told(DAY, "2028-01-01", "jugement"))
                .containsExactly(
                        "2027-01-09 jugement 4.2",
                        "2027-02-01 jugement 5.2 (AI)",
                        "2027-03-01 jugement 5.2 (ACI)",
                        "2027-04-01 jugement 5.3");
        assertThat(folder.told("2027-02-02", "2027-02-02", "jugement"))
                .containsExactly("2027-01-09 jugement 4.2", "2027-02-01 jugement 5.2 (AI)");
    }

    @Test
    void a_document_that_another_replaces_is_not_due() throws IOException {
        DeadlineFolder folder = ai().with(
                        "preuves.csv",
                        PREUVES + "\n"
                                + "MQ-1;;manuel-qualite;3.1 3.2;1;2023-01-01;ca;;2026-06-30\n"
                                + "MQ-2;;manuel-qualite;3.1 3.2 4.1;2;2026-05-01;ca;;2029-06-30\n"
                                + "DU-1;;document-unique;5.2 5.3;1;2023-01-01;ca;;2026-12-31\n"
                                + "DU-2;;document-unique;5.2;2;2026-05-01;ca;;\n"
                                + "PL-1;;plaquette;6.1.A;1;2026-01-01;ca;;2027-01-31\n"
                                + "PL-2;;plaquette;6.1.A;2;2026-01-01;ca;;2027-02-28\n"
                                + "LI-1;;livret;6.1.C;1;2024-01-01;ca;;2026-10-31\n"
                                + "LI-2;;livret;6.1.C;;2026-10-01;ca;;\n"
                                + "XX-1;;;8.A;1;2024-01-01;ca;;2027-03-01\n"
                                + "XX-2;;;8.A;1;2026-01-01;ca;;\n");
        assertThat(folder.deadlines(DAY, YEAR))
                .filteredOn(d -> d.kind().equals("document"))
                .extracting(d -> d.on() + " " + d.object() + " " + d.specification() + " " + d.startBy())
                .containsExactly(
                        "2026-10-31 LI-1 6.1.C 2026-08-31",
                        "2026-12-31 DU-1 null 2026-09-30",
                        "2027-01-31 PL-1 6.1.A 2026-11-30",
                        "2027-02-28 PL-2 6.1.A 2026-12-28",
                        "2027-03-01 XX-1 8.A 2027-01-01");
    }

    @Test
    void an_engagement_is_announced_until_its_term_then_its_assessment_is_due() throws IOException {
        DeadlineFolder folder = ai().register("salaries", SALARIES, "S1;2026-01-01;;;", "S2;2026-01-01;;;")
                .register(
                        "engagements",
                        ENGAGEMENTS,
                        "E1;S1;decouverte;2026-06-01;2026-11-21;2026-06-01;2026-06-01;",
                        "E2;S2;decouverte;2026-06-01;2026-11-20;2026-06-01;2026-06-01;",
                        "E3;S2;decouverte;2026-06-01;2026-10-31;2026-06-01;2026-06-01;",
                        "E4;S2;decouverte;2026-06-01;2027-03-31;2026-06-01;2026-06-01;2026-09-30",
                        "E5;S2;decouverte;2027-01-01;2027-05-31;;;")
                .register("bilans", "id;id_engagement;date", "B1;E3;2026-11-02");
        assertThat(folder.told(DAY, YEAR, "engagement"))
                .containsExactly("2026-11-21 engagement E1", "2027-05-31 engagement E5");
        assertThat(folder.told(DAY, YEAR, "bilan")).containsExactly("2026-12-20 bilan E2");
        assertThat(folder.told("2027-01-15", YEAR, "bilan"))
                .containsExactly("2026-12-20 bilan E2", "2026-12-21 bilan E1");
        assertThat(folder.deadlines(DAY, YEAR))
                .filteredOn(d -> d.kind().equals("bilan"))
                .extracting(d -> d.label() + " | " + d.specification() + " | " + d.source() + " | " + d.startBy())
                .containsExactly("Engagement E2 (S2), échu le 20/11/2026 : bilan à tenir | 6.2.C"
                        + " | registres/engagements.csv:3, colonne « echeance » | 2026-12-05");
        assertThat(folder.against("cap").deadlines(DAY, YEAR)).allMatch(d -> d.specification() == null);
    }

    @Test
    void what_may_have_been_done_is_never_said_to_be_late() throws IOException {
        String engagement = "%s;S2;decouverte;2026-06-01;%s;2026-06-01;2026-06-01;";
        DeadlineFolder folder = ai().register(
                        "engagements",
                        ENGAGEMENTS,
                        engagement.formatted("E1", "2026-10-01"),
                        engagement.formatted("E2", "2026-11-20"));
        // Without the register of assessments, only what is still ahead is told.
        assertThat(folder.told(DAY, YEAR, "bilan")).containsExactly("2026-12-20 bilan E2");
        folder.register("decisions", "id;id_regulation;echeance", "D1;R1;2026-11-20", "D2;R1;2026-11-21");
        assertThat(folder.told(DAY, YEAR, "decision")).containsExactly("2026-11-21 decision D2");
        folder.register(
                "decisions",
                "id;id_regulation;echeance;realisee_le",
                "D1;R1;2026-11-20;",
                "D2;R1;2026-11-21;",
                "D3;R1;2026-11-20;2026-11-19");
        assertThat(folder.told(DAY, YEAR, "decision"))
                .containsExactly("2026-11-20 decision D1", "2026-11-21 decision D2");
    }

    @Test
    void a_trial_that_ends_calls_for_an_engagement_where_one_is_wanted() throws IOException {
        String[] contracts = {
            CONTRATS,
            "C1;S1;CDDI;2026-09-01;2027-02-28;;2026-10-01",
            "C2;S2;CDDI;2026-11-01;2027-04-30;;2026-12-01",
            "C3;S3;CDDI;2026-09-01;2027-02-28;2026-10-15;2026-10-01",
            "C4;S4;CDDI;2026-09-01;2027-02-28;;2026-10-01",
            "C5;S5;CDDI;2026-12-15;2027-06-14;;2027-01-15"
        };
        String[] engagements = {
            ENGAGEMENTS,
            "E4;S4;decouverte;2026-09-20;2027-02-28;2026-09-25;2026-09-25;",
            "E1;S1;decouverte;2026-09-20;2027-02-28;;;"
        };
        DeadlineFolder folder = aci().register("contrats", contracts).register("engagements", engagements);
        assertThat(folder.told(DAY, YEAR, "engagement_a_signer"))
                .containsExactly(
                        "2026-10-01 engagement_a_signer C1",
                        "2026-12-01 engagement_a_signer C2",
                        "2027-01-15 engagement_a_signer C5");
        assertThat(ai().told(DAY, YEAR, "engagement_a_signer")).isEmpty();
    }

    @Test
    void only_the_last_contract_of_a_person_ends() throws IOException {
        DeadlineFolder folder = aci().register(
                        "contrats",
                        CONTRATS,
                        "C1;S1;CDDI;2026-01-01;2026-12-31;;",
                        "C2;S1;CDDI;2027-01-01;2028-06-30;;",
                        "C3;S2;CDDI;2026-01-01;2026-11-20;;",
                        "C4;S3;CDDI;2026-01-01;2026-11-21;;",
                        "C5;S4;CDI;2026-01-01;;;",
                        "C6;Jean Dupont;CDDI;2026-01-01;2026-12-24;;");
        assertThat(folder.deadlines(DAY, YEAR))
                .filteredOn(d -> d.kind().equals("contrat"))
                .extracting(d -> d.on() + " " + d.object() + " " + d.label())
                .containsExactly(
                        "2026-11-21 S3 Contrat C4 (S3) : renouveler, ou préparer la sortie",
                        "2026-12-24 masqué-1e3f6890 Contrat C6 (masqué-1e3f6890) : renouveler, ou préparer la sortie");
    }

    @Test
    void people_present_have_a_pass_and_a_next_appointment() throws IOException {
        DeadlineFolder folder = ai().register(
                        "salaries",
                        SALARIES,
                        "S1;2025-01-01;;2025-01-01;2026-12-31",
                        "S2;2025-01-01;2026-11-20;2025-01-01;2026-12-31",
                        "S3;2025-01-01;2026-11-21;2024-11-01;2026-10-31",
                        "S4;2027-01-04;;2027-01-04;2027-07-04")
                .register(
                        "suivis",
                        "id_salarie;date;nature;objectif;prochaine_echeance",
                        "S1;2026-01-10;suivi;;2026-03-01",
                        "S1;2026-02-10;suivi;;2026-12-05",
                        "S2;2026-02-10;suivi;;2026-12-05",
                        "S3;2026-02-10;suivi;;2026-05-05");
        assertThat(folder.told(DAY, YEAR, "pass_iae"))
                .containsExactly("2026-10-31 pass_iae S3", "2026-12-31 pass_iae S1", "2027-07-04 pass_iae S4");
        assertThat(folder.told(DAY, YEAR, "suivi")).containsExactly("2026-05-05 suivi S3", "2026-12-05 suivi S1");
    }

    @Test
    void the_other_registers() throws IOException {
        DeadlineFolder folder = ai().register(
                        "actions",
                        "id;source;action;nature;responsable;echeance;realisee_le",
                        "A1;s;a;;;2026-01-31;",
                        "A2;s;a;;;2026-01-31;2026-01-15",
                        "A3;s;a;;;;")
                .register(
                        "reclamations",
                        "id;date;origine;cloture_le",
                        "R1;2026-11-01;client;",
                        "R2;2026-11-01;client;2026-11-02")
                .register(
                        "formations",
                        "id;plan;public;nature;prevue_le;realisee_le",
                        "F1;P;parcours;formation;2026-11-01;",
                        "F2;P;parcours;formation;2027-03-01;")
                .register(
                        "revues",
                        "id;date_prevue;date_tenue",
                        "V1;2026-06-01;",
                        "V2;2027-06-01;",
                        "V3;2026-06-10;2026-06-12")
                .register("regulations", "id;date_prevue;date_tenue", "G1;2026-11-21;", "G2;2026-11-20;")
                .register(
                        "partenaires",
                        "id;nature;formalisee_le;fin",
                        "P1;siae;2024-01-01;2026-09-30",
                        "P2;siae;2024-01-01;le jour venu");
        assertThat(folder.told(DAY, YEAR, null).stream()
                        .filter(t -> !t.contains("espac"))
                        .toList())
                .contains(
                        "2026-01-31 action A1",
                        "2026-09-30 partenariat P1",
                        "2026-11-01 formation F1",
                        "2026-11-21 regulation_prevue G1",
                        "2026-12-01 reclamation R1",
                        "2027-03-01 formation F2",
                        "2027-06-01 revue_prevue V2")
                .doesNotContain("2026-06-01 revue_prevue V1", "2026-11-20 regulation_prevue G2");
    }

    @Test
    void each_row_belongs_to_its_type() throws IOException {
        DeadlineFolder folder = DeadlineFolder.of(temp, "nom: Essai\ntypes: [AI, ACI]\n")
                .register(
                        "contrats",
                        CONTRATS + ";type_structure",
                        "C1;S1;CDDI;2026-09-01;;;2026-12-01;ACI",
                        "C2;S2;CDDI;2026-09-01;;;2026-12-01;AI",
                        "C3;S3;CDDI;2026-09-01;;;2026-12-01;ETTI")
                .register("engagements", ENGAGEMENTS);
        assertThat(folder.told(DAY, YEAR, "engagement_a_signer")).containsExactly("2026-12-01 engagement_a_signer C1");
    }

    @Test
    void deadlines_come_in_one_order_and_the_control_is_the_same() {
        for (String example : List.of("ai-clef-emploi", "etti-passerelle-interim", "ensemblier-deux-rives")) {
            DeadlineFolder folder = new DeadlineFolder(Path.of("examples", example));
            List<Deadline> all = folder.deadlines(DAY, YEAR);
            assertThat(all).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(50);
            assertThat(all)
                    .allMatch(d ->
                            !d.on().isAfter(LocalDate.parse(YEAR)) && !d.label().contains("?"));
            assertThat(folder.deadlines(DAY, DAY))
                    .containsExactlyElementsOf(all.stream()
                            .filter(d -> !d.on().isAfter(LocalDate.parse(DAY)))
                            .toList());
            assertThat(folder.evaluation(DAY, YEAR).results())
                    .isEqualTo(folder.evaluation(DAY, null).results());
            assertThat(folder.evaluation(DAY, YEAR).files())
                    .isEqualTo(folder.evaluation(DAY, null).files());
        }
    }
}
