package fr.cedre.report;

import fr.cedre.deadline.CalendarFile;
import fr.cedre.deadline.Deadline;
import fr.cedre.review.Agenda;
import fr.cedre.review.Review;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The deadlines ahead as a calendar (RFC 5545); importing it again moves the events it already gave. */
public final class AgendaCalendar {

    private static final int UID_BYTES = 16;

    private AgendaCalendar() {}

    /**
     * Writes one calendar for all.
     *
     * @param name name of the calendar
     * @param folders folder of each review, which tells apart two structures of one name
     * @param individual false to leave out what is about one person
     */
    public static void write(
            String name, List<Review> reviews, List<String> folders, boolean individual, LocalDate day, Appendable out)
            throws IOException {
        List<CalendarFile.Event> events = new ArrayList<>();
        Set<String> uids = new LinkedHashSet<>();
        for (int i = 0; i < reviews.size(); i++) {
            Review review = reviews.get(i);
            Agenda agenda = review.agenda();
            String structure = review.evaluation().structure().name();
            for (Deadline deadline : agenda.ahead()) {
                if (deadline.individual() && !individual) {
                    continue;
                }
                String uid = uid(structure, folders.get(i), deadline, uids);
                uids.add(uid);
                events.add(event(structure, deadline, uid, agenda));
            }
        }
        CalendarFile.write(name, events, day, out);
    }

    private static CalendarFile.Event event(String structure, Deadline deadline, String uid, Agenda agenda) {
        StringBuilder text = new StringBuilder();
        if (deadline.renewal().amount() > 0) {
            LocalDate start = agenda.startBy(deadline);
            text.append(
                            start.isBefore(agenda.day())
                                    ? "À préparer sans attendre (il aurait fallu dès le "
                                    : "À préparer dès le ")
                    .append(French.date(start))
                    .append(start.isBefore(agenda.day()) ? ")" : "")
                    .append(" : comptez ")
                    .append(deadline.renewal())
                    .append(" (paramètre du projet).\n");
        }
        if (deadline.specification() != null) {
            text.append("Spécification ").append(deadline.specification()).append(".\n");
        }
        if (deadline.source() != null) {
            text.append("Lu dans ").append(Words.place(deadline.source())).append(".\n");
        }
        text.append("Calculé par cedre au ").append(French.date(agenda.day())).append(".");
        return new CalendarFile.Event(
                uid,
                deadline.on(),
                Sanitiser.line(structure + " : " + deadline.label() + AgendaWords.specification(deadline)),
                text.toString(),
                deadline.renewal().amount() > 0 ? List.of(deadline.renewal()) : List.of());
    }

    /** From what the deadline is about, never from its date. */
    private static String uid(String structure, String folder, Deadline deadline, Set<String> taken) {
        String about = structure + "\n" + folder + "\n" + deadline.kind() + "\n" + deadline.object() + "\n"
                + deadline.specification();
        for (int n = 1; ; n++) {
            String uid = hash(n == 1 ? about : about + "\n" + n) + "@cedre";
            if (!taken.contains(uid)) {
                return uid;
            }
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, UID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
