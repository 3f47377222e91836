package fr.cedre.deadline;

import biweekly.ICalDataType;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.Related;
import biweekly.property.Trigger;
import fr.cedre.dossier.Duration;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;

/** A calendar that any calendar program opens (RFC 5545): whole days, so that no time zone moves them. */
public final class CalendarFile {

    private static final int OCTETS = 75;
    private static final int REMINDED_AT = 9;

    private CalendarFile() {}

    /**
     * A day to remember.
     *
     * @param uid the same from one calendar to the next, so that a new file updates the old one
     * @param on the day
     * @param summary one line
     * @param description possibly several lines
     * @param alarms how long before, possibly none
     */
    public record Event(String uid, LocalDate on, String summary, String description, List<Duration> alarms) {
        /** Copies the list. */
        public Event {
            alarms = List.copyOf(alarms);
        }
    }

    /**
     * Writes a calendar, the same bytes wherever it is written.
     *
     * @param stamp day the calendar is made on, as every event says
     * @param out takes lines ended by CR LF, to be encoded in UTF-8
     */
    public static void write(String calendarName, List<Event> events, LocalDate stamp, Appendable out)
            throws IOException {
        // No METHOD: with one, RFC 5546 wants an organizer, and nobody is to be answered.
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//cedre//echeances//FR");
        calendar.setName(line(calendarName));
        calendar.setExperimentalProperty("X-WR-CALNAME", escaped(line(calendarName)));
        for (Event event : events) {
            calendar.addEvent(event(event, stamp));
        }
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        }
        for (String unfolded : text.toString().split("\r\n", -1)) {
            if (!unfolded.isEmpty()) {
                fold(unfolded, out);
            }
        }
    }

    private static VEvent event(Event event, LocalDate stamp) {
        VEvent one = new VEvent();
        one.setUid(line(event.uid()));
        // Written as they must appear: the library would go through the machine's calendar, zone and digits.
        one.setDateTimeStamp((Date) null);
        one.addExperimentalProperty("DTSTAMP", basic(stamp) + "T000000Z");
        one.addExperimentalProperty("DTSTART", ICalDataType.DATE, basic(event.on()));
        one.setSummary(line(event.summary()));
        if (!event.description().isBlank()) {
            one.setDescription(lines(event.description()));
        }
        one.setTransparency(true);
        for (Duration alarm : event.alarms()) {
            one.addAlarm(VAlarm.display(new Trigger(before(alarm, event.on()), Related.START), line(event.summary())));
        }
        return one;
    }

    /** In the morning of the day that comes so long before: a day begins at midnight, when nobody reads a reminder. */
    private static biweekly.util.Duration before(Duration alarm, LocalDate on) {
        long days = on.toEpochDay() - alarm.before(on).toEpochDay();
        return days == 0
                ? biweekly.util.Duration.builder().hours(REMINDED_AT).build()
                : biweekly.util.Duration.builder()
                        .prior(true)
                        .days((int) days - 1)
                        .hours(24 - REMINDED_AT)
                        .build();
    }

    private static String basic(LocalDate day) {
        return day.toString().replace("-", "");
    }

    /** What a text line may hold: no control character, no line or paragraph separator, no half of a character. */
    private static String line(String text) {
        return lines(text).replace('\n', ' ').strip();
    }

    private static String lines(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            boolean control = c != '\n' && (Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
            kept.appendCodePoint(half ? 0xFFFD : control ? ' ' : c);
        });
        return kept.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,");
    }

    /** Lines of 75 octets at most, the break counted apart, never in the middle of a character. */
    private static void fold(String line, Appendable out) throws IOException {
        int octets = 0;
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            String one = Character.toString(line.codePointAt(i));
            int size = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(one);
            octets += size;
        }
        out.append("\r\n");
    }
}
