package fr.cedre.report;

import fr.cedre.deadline.Deadline;
import fr.cedre.dossier.Structure;
import fr.cedre.report.Styles.Style;
import fr.cedre.review.Agenda;
import fr.cedre.review.Review;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What comes due, on a terminal: the certificate, what is over, what the planned audit will find over, then the rest by date. */
final class AgendaText {

    private static final int DATE = 12;

    private AgendaText() {}

    static void write(Review review, RenderOptions options, TextLayout out) throws IOException {
        Agenda agenda = review.agenda();
        certificate(review.evaluation().structure(), agenda, out);
        over(agenda, options, out);
        beforeAudit(agenda, options, out);
        ahead(agenda, options, out);
        if (options.detail() && !agenda.deadlines().isEmpty()) {
            out.section("Délais de renouvellement (paramètres du projet, echeances.yaml)");
            for (var parameter : agenda.parameters()) {
                out.paragraph("- ", Style.QUIET, parameter.name() + " : " + parameter.value() + ". " + parameter.why());
            }
        }
    }

    private static void certificate(Structure structure, Agenda agenda, TextLayout out) throws IOException {
        List<HeadLine> lines = AgendaWords.certificate(structure, agenda);
        if (!lines.isEmpty()) {
            out.section("Certification");
            for (HeadLine line : lines) {
                TextHeader.field(out, line.name(), line.text());
            }
        }
    }

    private static void over(Agenda agenda, RenderOptions options, TextLayout out) throws IOException {
        List<Deadline> over = agenda.over();
        if (over.isEmpty()) {
            return;
        }
        out.section("Échu au " + French.date(agenda.day()) + " (" + over.size() + "), le plus long à refaire d'abord");
        out.paragraph(
                "",
                Style.QUIET,
                "À gauche, le temps qu'il faut pour refaire : paramètres du projet, à régler dans echeances.yaml.");
        int shown = Words.shown(over.size(), options.detail());
        for (Deadline deadline : over.subList(0, shown)) {
            out.paragraph(
                    TextLayout.fit(deadline.renewal().toString(), DATE),
                    Style.MINOR,
                    deadline.label() + AgendaWords.specification(deadline) + ", échéance passée le "
                            + French.date(deadline.on()) + place(deadline));
        }
        rest(over.size() - shown, out);
    }

    private static void beforeAudit(Agenda agenda, RenderOptions options, TextLayout out) throws IOException {
        List<Deadline> before = agenda.beforeAudit();
        LocalDate audit = agenda.plannedAudit();
        if (before.isEmpty() || audit == null) {
            return;
        }
        out.section("Sera échu à l'audit du " + French.date(audit) + " (" + before.size()
                + "), le plus long à refaire d'abord");
        List<List<Deadline>> cut = new ArrayList<>();
        for (Deadline deadline : byKind(before, options, cut)) {
            boolean late = !agenda.startBy(deadline).isAfter(agenda.day());
            out.paragraph(
                    TextLayout.fit(deadline.renewal().toString(), DATE),
                    late ? Style.MINOR : Style.PLAIN,
                    deadline.label() + ", jusqu'au " + French.date(deadline.on()) + " : à lancer "
                            + AgendaWords.start(agenda, deadline));
        }
        rest(cut, out);
    }

    /** By date; of what comes by the dozen, the first ones, then a count. */
    private static void ahead(Agenda agenda, RenderOptions options, TextLayout out) throws IOException {
        List<Deadline> ahead = agenda.ahead();
        out.section("D'ici le " + French.date(agenda.horizon()) + " (" + ahead.size() + ")");
        if (ahead.isEmpty()) {
            out.paragraph("", Style.QUIET, "Aucune échéance datée dans le dossier d'ici là.");
            return;
        }
        List<List<Deadline>> cut = new ArrayList<>();
        List<Deadline> shown = byKind(ahead, options, cut);
        for (Deadline deadline : shown) {
            out.paragraph(
                    TextLayout.fit(French.date(deadline.on()), DATE),
                    Style.PLAIN,
                    deadline.label() + (deadline.specification() == null ? "" : " (" + deadline.specification() + ")"));
        }
        rest(cut, out);
    }

    /** The first ones of each kind, in their order; what is left of a kind goes to {@code cut}. */
    private static List<Deadline> byKind(List<Deadline> all, RenderOptions options, List<List<Deadline>> cut) {
        Map<String, List<Deadline>> kinds = new LinkedHashMap<>();
        all.forEach(d -> kinds.computeIfAbsent(d.kind(), k -> new ArrayList<>()).add(d));
        Map<String, Integer> left = new HashMap<>();
        kinds.forEach((kind, some) -> {
            int n = Words.shown(some.size(), options.detail());
            left.put(kind, n);
            if (n < some.size()) {
                cut.add(some.subList(n, some.size()));
            }
        });
        return all.stream()
                .filter(d -> left.merge(d.kind(), -1, Integer::sum) >= 0)
                .toList();
    }

    private static void rest(List<List<Deadline>> cut, TextLayout out) throws IOException {
        for (List<Deadline> some : cut) {
            out.paragraph(
                    TextLayout.fit("", DATE),
                    Style.QUIET,
                    "et " + French.count(some.size(), "autre") + " comme « "
                            + some.get(0).label() + " », jusqu'au "
                            + French.date(some.get(some.size() - 1).on()) + " (--detail pour tout voir)");
        }
    }

    private static void rest(int hidden, TextLayout out) throws IOException {
        if (hidden > 0) {
            out.paragraph(TextLayout.fit("", DATE), Style.QUIET, Words.others(hidden));
        }
    }

    private static String place(Deadline deadline) {
        return deadline.source() == null ? "" : " (" + Words.place(deadline.source()) + ")";
    }
}
