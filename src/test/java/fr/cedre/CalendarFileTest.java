package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cedre.deadline.CalendarFile;
import fr.cedre.dossier.Duration;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The calendar opens elsewhere: another library reads it, finds it valid, and finds the same days and words. */
class CalendarFileTest {

    private static final LocalDate STAMP = LocalDate.of(2026, 11, 21);
    private static final Duration MONTH = new Duration(1, Duration.Unit.MOIS);
    private static final Duration WEEK = new Duration(1, Duration.Unit.SEMAINE);

    private static String written(String name, CalendarFile.Event... events) {
        StringBuilder out = new StringBuilder();
        try {
            CalendarFile.write(name, List.of(events), STAMP, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString();
    }

    private static Calendar read(String text) throws IOException, ParserException {
        assertThat(new CalendarBuilder()
                        .build(new StringReader(text))
                        .validate(true)
                        .getEntries())
                .as(text)
                .isEmpty();
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static CalendarFile.Event event(String words, String day, Duration... alarms) {
        return new CalendarFile.Event("e-1@cedre", LocalDate.parse(day), words, words, List.of(alarms));
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    @Test
    void a_calendar_is_written_whole() {
        assertThat(written(
                        "Échéances — Clef Emploi",
                        new CalendarFile.Event(
                                "certificat-2024-03-12@cedre",
                                LocalDate.of(2027, 3, 12),
                                "Fin de validité du certificat",
                                "À commencer le 12/06/2026 ; § 2.2, structure.yaml\nDernier bon jour.",
                                List.of(WEEK))))
                .isEqualTo(String.join(
                        "\r\n",
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//cedre//echeances//FR",
                        "NAME:Échéances — Clef Emploi",
                        "X-WR-CALNAME:Échéances — Clef Emploi",
                        "BEGIN:VEVENT",
                        "UID:certificat-2024-03-12@cedre",
                        "DTSTAMP:20261121T000000Z",
                        "DTSTART;VALUE=DATE:20270312",
                        "SUMMARY:Fin de validité du certificat",
                        "DESCRIPTION:À commencer le 12/06/2026 \\; § 2.2\\, structure.yaml\\nDernier ",
                        " bon jour.",
                        "TRANSP:TRANSPARENT",
                        "BEGIN:VALARM",
                        "ACTION:DISPLAY",
                        "TRIGGER;RELATED=START:-P6DT15H",
                        "DESCRIPTION:Fin de validité du certificat",
                        "END:VALARM",
                        "END:VEVENT",
                        "END:VCALENDAR",
                        ""));
    }

    @Test
    void another_library_reads_the_same_days_and_words() throws Exception {
        Calendar calendar = read(written(
                "Essai",
                event("Revue de direction : à tenir", "2028-02-29", MONTH, WEEK, new Duration(0, Duration.Unit.JOUR))));
        VEvent event = (VEvent) calendar.getComponents("VEVENT").get(0);
        assertThat(value(event, "UID")).isEqualTo("e-1@cedre");
        assertThat(value(event, "SUMMARY")).isEqualTo("Revue de direction : à tenir");
        assertThat(value(event, "DTSTAMP")).isEqualTo("20261121T000000Z");
        assertThat(event.<LocalDate>getDateTimeStart().getDate()).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(value(event, "TRANSP")).isEqualTo("TRANSPARENT");
        assertThat(event.getAlarms().stream()
                        .map(a -> a.getRequiredProperty("TRIGGER").getValue()))
                .containsExactly("-P30DT15H", "-P6DT15H", "PT9H");
    }

    @Test
    void an_empty_calendar_is_no_mistake() throws Exception {
        assertThat(written("Essai")).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(new CalendarBuilder()
                        .build(new StringReader(written("Essai")))
                        .getComponents())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "un;deux,trois\\quatre:cinq",
                "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:intrus",
                "x\nATTACH:http://exemple.fr/\ny",
                "x\rATTENDEE:mailto:a@b.fr",
                "tab\tet nul\u0000 et cloche\u0007 et échap\u001b[31m",
                "ligne\u2028para\u2029suite\u0085fin",
                "\"guillemets\" ^ accent circonflexe ^n",
                "=HYPERLINK(\"http://exemple.fr\")",
                "moitié \ud83d seule",
                "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀 éééééééééééééééééééééééééééééééééééééééééééééé",
                "مراجعة ; الإدارة, 一二三四五六七八九十"
            })
    void hostile_words_stay_words(String words) throws Exception {
        String text = written(words, new CalendarFile.Event(words, STAMP, words, words, List.of(WEEK)));
        Calendar calendar = read(text);
        assertThat(calendar.getComponents()).hasSize(1);
        VEvent event = (VEvent) calendar.getComponents("VEVENT").get(0);
        assertThat(event.getAlarms()).hasSize(1);
        assertThat(event.getPropertyList().getAll().stream().map(p -> p.getName()))
                .containsExactlyInAnyOrder("UID", "SUMMARY", "DESCRIPTION", "TRANSP", "DTSTAMP", "DTSTART");
        String shown = words.replaceAll("\\R|\\p{Cntrl}", " ").replace('\ud83d', '\ufffd');
        if (!words.contains("😀")) {
            assertThat(value(event, "SUMMARY")).isEqualToNormalizingWhitespace(shown);
        } else {
            assertThat(value(event, "SUMMARY")).isEqualTo(words);
        }
        assertThat(text.replace("\r\n", "")).doesNotContainPattern("\\p{Cntrl}");
        for (String line : text.split("\r\n", -1)) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(line)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Pacific/Kiritimati, ar-EG",
        "Pacific/Pago_Pago, th-TH-u-ca-buddhist",
        "America/Sao_Paulo, th-TH",
        "Asia/Kathmandu, fa-IR",
        "Pacific/Apia, ja-JP-u-ca-japanese",
        "Europe/Paris, tr-TR"
    })
    void the_same_bytes_wherever_it_is_written(String zone, String locale) {
        CalendarFile.Event[] events = {
            event("Fin", "2027-03-12", MONTH), event("DST", "2018-11-04", WEEK), event("Apia", "2011-12-30", WEEK)
        };
        String here = written("Essai", events);
        TimeZone zoneBefore = TimeZone.getDefault();
        Locale localeBefore = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            Locale.setDefault(Locale.forLanguageTag(locale));
            assertThat(written("Essai", events)).isEqualTo(here).contains("DTSTART;VALUE=DATE:20111230");
        } finally {
            TimeZone.setDefault(zoneBefore);
            Locale.setDefault(localeBefore);
        }
    }
}
