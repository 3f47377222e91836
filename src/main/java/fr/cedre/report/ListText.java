package fr.cedre.report;

import fr.cedre.check.Parameter;
import fr.cedre.dossier.StructureType;
import fr.cedre.problem.Problem;
import fr.cedre.referential.Chapter;
import fr.cedre.referential.Correspondence;
import fr.cedre.referential.Family;
import fr.cedre.referential.GroupRule;
import fr.cedre.referential.Inventory;
import fr.cedre.referential.Lifecycle;
import fr.cedre.referential.Part;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Specification;
import fr.cedre.report.Styles.Style;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code cedre list} for a terminal. */
final class ListText {

    private static final int LABEL = 13;
    private static final int MAX_ID = 16;

    private final boolean detail;
    private final boolean whole;
    private final @Nullable StructureType type;
    private final TextLayout out;

    ListText(boolean detail, boolean whole, @Nullable StructureType type, TextLayout out) {
        this.detail = detail;
        this.whole = whole;
        this.type = type;
        this.out = out;
    }

    void write(Inventory inventory) throws IOException {
        if (whole) {
            for (Inventory.Entry entry : inventory.referentials()) {
                if (entry.referential() != null) {
                    contents(entry.referential());
                }
            }
        } else {
            all(inventory.referentials());
        }
        correspondences(inventory.correspondences());
        if (!whole) {
            out.blank();
            out.paragraph("", Style.QUIET, "Ensuite : cedre list cedre-v2, ou cedre explain 6.1.G-DP.");
        }
    }

    private void all(List<Inventory.Entry> entries) throws IOException {
        String limited = type == null ? "" : " pour le type " + type;
        out.paragraph("", Style.TITLE, "Référentiels à disposition" + limited + " (" + entries.size() + ")");
        for (Inventory.Entry entry : entries) {
            out.blank();
            if (entry.referential() != null) {
                one(entry.referential());
            } else if (entry.problem() != null) {
                out.paragraph("", Style.TITLE, entry.name());
                refused(entry.problem());
            }
        }
    }

    private void refused(Problem problem) throws IOException {
        out.paragraph("  ✗ ", Style.MINOR, "illisible, " + Words.place(problem.location()) + " : " + problem.message());
    }

    private void one(Referential referential) throws IOException {
        out.paragraph("", Style.TITLE, ReferentialWords.name(referential));
        line(referential.title());
        line("Version " + referential.version() + ", " + ReferentialWords.provenance(referential.provenance()) + " ; "
                + ReferentialWords.types(referential.types()));
        line(counts(referential));
        if (!referential.included().isEmpty()) {
            line("Reprend "
                    + French.list(referential.included().stream()
                            .map(Referential.Included::id)
                            .toList()));
        }
        if (referential.groupRule().kind() != GroupRule.Kind.PAR_MEMBRE) {
            line("Groupe : " + ReferentialWords.group(referential.groupRule()));
        }
    }

    private String counts(Referential referential) {
        String counted = ReferentialWords.counts(
                Inventory.specifications(referential, type).size(), Inventory.checks(referential, type));
        return referential.anySelfAssessed() ? counted + ", avec auto-évaluation" : counted;
    }

    private void line(String text) throws IOException {
        out.paragraph("  ", Style.PLAIN, text);
    }

    private void field(String label, String text) throws IOException {
        out.paragraph(TextLayout.fit(label, LABEL), Style.PLAIN, text);
    }

    private void contents(Referential referential) throws IOException {
        out.paragraph("", Style.TITLE, referential.title());
        out.blank();
        field("Identifiant", ReferentialWords.name(referential));
        field("Version", referential.version() + ", " + ReferentialWords.provenance(referential.provenance()));
        field("À savoir", referential.notice());
        dates(referential.lifecycle());
        for (Referential.Included taken : referential.included()) {
            field(
                    "Reprend",
                    taken.id() + " : " + taken.title() + " (" + ReferentialWords.provenance(taken.provenance()) + ")");
        }
        String label = "Types";
        for (Family family : referential.families()) {
            field(label, ReferentialWords.types(family.types()) + " : " + family.title());
            label = "";
        }
        String why = referential.groupRule().why();
        field("Groupe", ReferentialWords.group(referential.groupRule()) + (detail && !why.isBlank() ? ". " + why : ""));
        List<String> content = new ArrayList<>(List.of(counts(referential)));
        content.addAll(ReferentialWords.others(referential));
        field("Contenu", String.join(", ", content));
        if (type != null) {
            field(
                    "Restreint",
                    "aux spécifications qui visent le type " + type + ", sur "
                            + referential.specifications().size());
        }
        specifications(referential);
        parameters(referential);
    }

    private void dates(Lifecycle lifecycle) throws IOException {
        List<String> dates = new ArrayList<>();
        date(dates, "adopté le ", lifecycle.adoptedOn());
        date(dates, "d'application obligatoire à partir du ", lifecycle.applicableFrom());
        date(dates, "remplacé à partir du ", lifecycle.replacedOn());
        if (!dates.isEmpty()) {
            field("Dates", String.join(", ", dates));
        }
        if (lifecycle.validity() != null) {
            field("Certificat", "valable " + lifecycle.validity());
        }
        if (!lifecycle.replaces().isEmpty()) {
            field("Succède à", String.join(", ", lifecycle.replaces()));
        }
    }

    private static void date(List<String> dates, String words, @Nullable LocalDate date) {
        if (date != null) {
            dates.add(words + French.date(date));
        }
    }

    private void specifications(Referential referential) throws IOException {
        if (!referential.scope().isEmpty() && type == null) {
            out.section("Champ d'application");
            int width = width(referential.scope());
            for (Specification s : referential.scope()) {
                specification(s, referential, width);
            }
        }
        Part part = null;
        for (Chapter chapter : referential.chapters()) {
            List<Specification> shown = chapter.specifications().stream()
                    .filter(s -> type == null || s.variantFor(type).isPresent())
                    .toList();
            if (shown.isEmpty()) {
                continue;
            }
            Part next = chapter.part();
            String title = chapter.id() + " " + chapter.title() + " (" + shown.size() + ")";
            if (next == null) {
                out.section(title);
            } else {
                if (!next.equals(part)) {
                    out.section(
                            next.title().startsWith(next.id()) || named(referential, next)
                                    ? next.title()
                                    : next.id() + ". " + next.title());
                } else {
                    out.blank();
                }
                out.paragraph("", Style.TITLE, title);
            }
            part = next;
            int width = width(shown);
            for (Specification s : shown) {
                specification(s, referential, width);
            }
        }
    }

    /** Room for the identifiers of a chapter. */
    private static int width(List<Specification> specifications) {
        int longest = 0;
        for (Specification s : specifications) {
            longest = Math.max(longest, TextLayout.width(s.id()));
        }
        return Math.min(MAX_ID, longest);
    }

    /** True when a part is a referential taken in whole, whose id people know less than its title. */
    private static boolean named(Referential referential, Part part) {
        return referential.included().stream().anyMatch(i -> i.id().equals(part.id()));
    }

    private void specification(Specification s, Referential referential, int width) throws IOException {
        List<String> marks = new ArrayList<>();
        List<StructureType> types = CheckWords.types(s, referential);
        if (types.size() < referential.types().size()) {
            marks.add(ReferentialWords.types(types));
        }
        marks.add(ReferentialWords.gravity(s));
        if (s.source().confidence() != null) {
            marks.add("confiance " + s.source().confidence());
        }
        String id = Sanitiser.line(s.id());
        out.paragraph(
                (TextLayout.width(id) <= width ? TextLayout.fit(id, width) : id) + "  ",
                Style.PLAIN,
                s.title() + " · " + String.join(" · ", marks));
    }

    private void parameters(Referential referential) throws IOException {
        List<Parameter> parameters = List.copyOf(referential.parameters().values());
        if (parameters.isEmpty()) {
            return;
        }
        if (!detail) {
            out.blank();
            out.paragraph(
                    "",
                    Style.PLAIN,
                    "Paramètres du projet, que le texte ne fixe pas : "
                            + parameters.stream()
                                    .map(p -> p.name() + " = " + p.value())
                                    .collect(Collectors.joining(" ; "))
                            + " (--detail pour savoir pourquoi).");
            return;
        }
        out.section("Paramètres du projet, que le texte ne fixe pas (" + parameters.size() + ")");
        for (Parameter parameter : parameters) {
            String reading = parameter.reading() == null ? "" : " (lecture " + parameter.reading() + ")";
            out.paragraph(
                    "- ",
                    Style.PLAIN,
                    parameter.name() + " = " + parameter.value() + reading
                            + (parameter.why().isBlank() ? "" : " : " + parameter.why()));
        }
    }

    private void correspondences(List<Inventory.Pair> pairs) throws IOException {
        if (pairs.isEmpty()) {
            return;
        }
        out.section("Correspondances (" + pairs.size() + ")");
        for (Inventory.Pair pair : pairs) {
            String ends = pair.name().replaceFirst(Correspondence.SEPARATOR, " → ");
            Correspondence one = pair.correspondence();
            if (one != null) {
                out.paragraph(
                        "- ",
                        Style.PLAIN,
                        ends + " : " + ReferentialWords.lines(one.lines().size(), one.united()) + ", "
                                + ReferentialWords.provenance(one.provenance()));
            } else if (pair.problem() != null) {
                out.paragraph("- ", Style.PLAIN, ends);
                refused(pair.problem());
            }
        }
    }
}
