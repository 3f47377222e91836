package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code cedre review} says of the days to come: the certificate, what is over, what the audit will find over, and the calendar file. */
class ReviewAgendaTest {

    private static final String STRUCTURE = """
            nom: Clef Emploi
            types: [AI]
            certification: {referentiel: cedre-v2, decision_le: 2024-02-29}
            audit_prevu_le: 2026-12-15
            non_applicables:
              - {specification: 6.3.A5, motif: "aucun client professionnel", valide_par: "conseil", jusqu_au: 2026-11-30}
            """;

    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void folder() throws IOException {
        folder = temp.resolve("clef");
        Folders.write(folder.resolve("structure.yaml"), STRUCTURE);
        Folders.write(folder.resolve("preuves.csv"), """
                ref;titre;nature;specifications;version;valide_le;valide_par;expire_le
                HO-01;Horaires;;6.1.A5;1;2025-10-01;direction;2026-11-20
                MQ-01;Manuel;manuel-qualite;3.2;1;2025-10-01;direction;2026-11-19
                LI-01;Livret;livret-accueil;6.1.C1;1;2025-10-01;direction;2026-12-14
                PO-01;Projet;;4.2;1;2025-10-01;direction;2026-12-15
                """);
    }

    private CedreRunner.Result review(String... options) {
        List<String> args = new ArrayList<>(List.of("review", folder.toString(), "--seuil", "jamais"));
        args.addAll(List.of(options));
        CedreRunner.Result result = CedreRunner.run(args);
        assertThat(result.code()).as(result.err()).isZero();
        return result;
    }

    private JsonNode json(String... options) throws IOException {
        List<String> args = new ArrayList<>(List.of(options));
        args.addAll(List.of("-f", "json"));
        return review(args.toArray(String[]::new)).json();
    }

    private static List<String> told(JsonNode report, boolean over) {
        List<String> told = new ArrayList<>();
        for (JsonNode one : report.path("echeances")) {
            if (one.path("echue").asBoolean() == over) {
                told.add(one.path("le").asText() + " " + one.path("nature").asText() + " "
                        + one.path("objet").asText());
            }
        }
        return told;
    }

    /** Three years from 29 February 2024 end on 28 February 2027; the warnings come 12 and 6 months before. */
    @Test
    void the_certificate_of_a_leap_day() throws IOException {
        JsonNode certificate = json("--date", "2025-11-21").path("certificat");
        assertThat(certificate.path("decision_le").asText()).isEqualTo("2024-02-29");
        assertThat(certificate.path("expire_le").asText()).isEqualTo("2027-02-28");
        assertThat(certificate.path("audit_prevu_le").asText()).isEqualTo("2026-12-15");
        assertThat(certificate.path("alertes")).map(JsonNode::asText).containsExactly("2026-02-28", "2026-08-28");
        assertThat(json("--date", "2026-11-21").path("certificat").path("alertes"))
                .as("a warning already given is over")
                .isEmpty();
        assertThat(review("--date", "2026-11-21").out())
                .contains("Échéance     le 28/02/2027 ; le renouvellement demande 9 mois : lancez-le sans");
    }

    /** The last good day is still good; the day after, it is over. */
    @Test
    void what_is_over_at_the_bound() throws IOException {
        assertThat(told(json("--date", "2026-11-19"), true)).isEmpty();
        assertThat(told(json("--date", "2026-11-20"), true)).containsExactly("2026-11-19 document MQ-01");
        assertThat(told(json("--date", "2026-11-21"), true))
                .containsExactly("2026-11-19 document MQ-01", "2026-11-20 document HO-01");
    }

    @Test
    void the_horizon_is_a_duration_or_a_day_bound_included() throws IOException {
        assertThat(told(json("--date", "2026-11-21", "--horizon", "2026-11-29"), false))
                .isEmpty();
        assertThat(told(json("--date", "2026-11-21", "--horizon", "9 jours"), false))
                .containsExactly("2026-11-30 non_applicabilite 6.3.A5");
        JsonNode month = json("--date", "2026-11-21", "--horizon", "1 mois");
        assertThat(month.path("horizon").asText()).isEqualTo("2026-12-21");
        assertThat(told(month, false))
                .containsExactly(
                        "2026-11-30 non_applicabilite 6.3.A5",
                        "2026-12-14 document LI-01",
                        "2026-12-15 audit audit_prevu_le",
                        "2026-12-15 document PO-01");
        assertThat(json("--date", "2026-08-31", "--horizon", "6 mois")
                        .path("horizon")
                        .asText())
                .as("the end of a short month")
                .isEqualTo("2027-02-28");
    }

    /** On the day of the audit, what is over comes with what takes longest to renew first. */
    @Test
    void on_the_day_of_the_audit() {
        String out = review("--date", "2026-12-15").out();
        assertThat(out).contains("Échu au 15/12/2026 (4), le plus long à refaire d'abord");
        assertThat(out.indexOf("Document MQ-01"))
                .as("four months for the manual, two for the others")
                .isPositive()
                .isLessThan(out.indexOf("Document HO-01"));
        assertThat(out).contains("4 mois      Document MQ-01").contains("2 mois      Document HO-01");
        assertThat(out.indexOf("PO-01"))
                .as("its last good day is the day of the audit")
                .isGreaterThan(out.indexOf("D'ici le 15/12/2027"));
    }

    /** From today, the planned audit will find over what ends before it, and not what ends that day. */
    @Test
    void what_the_planned_audit_will_find_over() {
        String out = review("--date", "2026-11-21").out();
        int from = out.indexOf("Sera échu à l'audit du 15/12/2026 (2)");
        assertThat(from).isPositive();
        String part = out.substring(from, out.indexOf("D'ici le"));
        assertThat(part)
                .contains("6.3.A5")
                .contains("LI-01")
                .doesNotContain("PO-01")
                .contains("dès maintenant");
    }

    /** To be ready: before its end, or, for what is over, on the day of the review. */
    @Test
    void the_day_to_start_on() throws IOException {
        for (JsonNode one : json("--date", "2026-11-21").path("echeances")) {
            switch (one.path("objet").asText()) {
                case "MQ-01" -> {
                    assertThat(one.path("delai_renouvellement").asText()).isEqualTo("4 mois");
                    assertThat(one.path("a_lancer_le").asText()).isEqualTo("2026-07-21");
                }
                case "LI-01" -> assertThat(one.path("a_lancer_le").asText()).isEqualTo("2026-10-14");
                default -> {
                    // the others follow the same rule
                }
            }
        }
    }

    private static Calendar calendar(Path file) throws IOException, ParserException {
        String text = Files.readString(file);
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate(true).getEntries()).as(text).isEmpty();
        return calendar;
    }

    private static List<String> events(Calendar calendar) {
        List<String> events = new ArrayList<>();
        for (VEvent event : calendar.<VEvent>getComponents("VEVENT")) {
            events.add(event.getRequiredProperty("DTSTART").getValue() + " "
                    + event.getRequiredProperty("SUMMARY").getValue());
        }
        return events;
    }

    @Test
    void a_calendar_that_other_programs_open() throws IOException, ParserException {
        Path file = temp.resolve("echeances.ics");
        review("--date", "2026-11-21", "--horizon", "1 mois", "--ics", file.toString(), "-q");
        assertThat(events(calendar(file)))
                .containsExactly(
                        "20261130 Clef Emploi : Fin de la non-applicabilité de 6.3.A5 : à motiver et à valider de nouveau, ou"
                                + " spécification à couvrir",
                        "20261214 Clef Emploi : Document LI-01 : fin de validité (6.1.C1)",
                        "20261215 Clef Emploi : Audit prévu",
                        "20261215 Clef Emploi : Document PO-01 : fin de validité (4.2)");
    }

    /** A new calendar moves the events of the old one: same identifiers, whatever the dates. */
    @Test
    void a_second_calendar_updates_the_first() throws IOException, ParserException {
        Path first = temp.resolve("1.ics");
        Path second = temp.resolve("2.ics");
        review("--date", "2026-11-21", "--ics", first.toString(), "-q");
        Folders.replace(folder.resolve("preuves.csv"), "2026-12-14", "2027-01-31");
        review("--date", "2026-11-22", "--ics", second.toString(), "-q");
        assertThat(uid(calendar(second), "LI-01")).isEqualTo(uid(calendar(first), "LI-01"));
        assertThat(uid(calendar(second), "PO-01")).isNotEqualTo(uid(calendar(second), "LI-01"));
    }

    private static String uid(Calendar calendar, String words) {
        for (VEvent event : calendar.<VEvent>getComponents("VEVENT")) {
            if (event.getRequiredProperty("SUMMARY").getValue().contains(words)) {
                return event.getRequiredProperty("UID").getValue();
            }
        }
        throw new AssertionError(words);
    }

    @Test
    void the_same_calendar_everywhere() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Path here = temp.resolve("ici.ics");
        Path there = temp.resolve("ailleurs.ics");
        review("--date", "2026-11-21", "--ics", here.toString(), "-q");
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            review("--date", "2026-11-21", "--ics", there.toString(), "-q");
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(Files.readAllBytes(there)).isEqualTo(Files.readAllBytes(here));
    }

    /** A network has no use for the next meeting of one person. */
    @Test
    void a_group_has_one_calendar_without_persons() throws IOException, ParserException {
        Path file = temp.resolve("reseau.ics");
        CedreRunner.Result result = CedreRunner.run(
                "review", "examples", "--date", "2026-11-21", "--ics", file.toString(), "-q", "--seuil", "jamais");
        assertThat(result.code()).as(result.err()).isZero();
        List<String> events = events(calendar(file));
        assertThat(events).anyMatch(e -> e.contains("Clef Emploi : Audit prévu"));
        assertThat(events).anyMatch(e -> e.contains("Les Jardins du Pré : Revue de direction"));
        assertThat(events).noneMatch(e -> e.matches(".*\\bS-\\d+.*"));
    }

    @Test
    void a_calendar_that_cannot_be_written_is_said() {
        CedreRunner.Result result =
                CedreRunner.run("review", folder.toString(), "--date", "2026-11-21", "--ics", temp + "/absent/e.ics");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("n'existe pas");
    }
}
