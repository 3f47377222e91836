package fr.cedre.report;

import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.Field;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.dossier.StructureType;
import fr.cedre.referential.Annex;
import fr.cedre.referential.Definition;
import fr.cedre.referential.Principle;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Specification;
import fr.cedre.referential.Topic;
import fr.cedre.report.Styles.Style;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code cedre explain} for a terminal, one kind of topic by method. */
final class ExplanationText implements Topic.Visitor<IOException> {

    static final int LABEL = 13;

    private final Dictionary dictionary;
    private final Set<StructureType> only;
    private final boolean detail;
    private final TextLayout out;

    ExplanationText(Dictionary dictionary, Set<StructureType> only, boolean detail, TextLayout out) {
        this.only = only;
        this.dictionary = dictionary;
        this.detail = detail;
        this.out = out;
    }

    static void field(TextLayout out, String label, String text) throws IOException {
        out.paragraph(TextLayout.fit(label, LABEL), Style.PLAIN, text);
    }

    private void field(String label, String text) throws IOException {
        field(out, label, text);
    }

    static String origin(Referential referential) {
        return referential.title() + " (" + referential.id() + ", "
                + ReferentialWords.provenance(referential.provenance()) + ")";
    }

    /** Says that what was asked for was not where it was looked for. */
    static void missing(TextLayout out, @Nullable String from, Referential found) throws IOException {
        if (from != null) {
            out.paragraph(
                    "! ",
                    Style.DOUBT,
                    "Absent de " + from + " : expliqué d'après " + found.id() + ", seul à le contenir.");
        }
    }

    @Override
    public void requirement(Topic.Requirement topic) throws IOException {
        new RequirementText(topic, dictionary, only, detail, out).write();
    }

    @Override
    public void term(Topic.Term topic) throws IOException {
        Definition definition = topic.definition();
        out.paragraph("", Style.TITLE, definition.term());
        out.blank();
        out.paragraph("", Style.PLAIN, definition.definition());
        out.blank();
        missing(out, topic.missingFrom(), topic.referential());
        field("Glossaire", origin(topic.referential()) + ", " + definition.reference());
    }

    @Override
    public void idea(Topic.Idea topic) throws IOException {
        Principle principle = topic.principle();
        out.paragraph("", Style.TITLE, principle.title());
        out.blank();
        out.paragraph("", Style.PLAIN, principle.text());
        out.blank();
        field("Principe", origin(topic.referential()) + ", " + principle.reference());
        field(
                "Verdict",
                "aucun : un principe n'est pas contrôlé. Une preuve peut le citer par son code, " + principle.id()
                        + ".");
    }

    @Override
    public void item(Topic.Item topic) throws IOException {
        Annex.Part part = topic.part();
        out.paragraph("", Style.TITLE, part.title());
        out.blank();
        String text = part.text();
        if (text != null) {
            out.paragraph("", Style.PLAIN, text);
        }
        for (String point : part.points()) {
            out.paragraph("- ", Style.PLAIN, point);
        }
        out.blank();
        field("Code", part.code());
        field(
                "Annexe",
                topic.annex().id() + ", " + topic.annex().title() + " : " + origin(topic.referential()) + ", "
                        + topic.annex().reference());
    }

    @Override
    public void register(Topic.Register topic) throws IOException {
        RegisterSchema schema = topic.schema();
        out.paragraph("", Style.TITLE, schema.name() + " : " + schema.title());
        out.blank();
        out.paragraph("", Style.PLAIN, schema.description());
        out.blank();
        field("Fichier", CheckReads.path(schema.name()));
        field("Clé", French.list(schema.primaryKey()));
        field("Vide", RegisterWords.empty(schema));
        out.section("Colonnes (" + schema.fields().size() + ", ★ à remplir toujours)");
        for (Field field : schema.fields()) {
            out.paragraph(
                    field.required() ? "★ " : "  ",
                    Style.PLAIN,
                    field.name() + " : " + (detail ? field.description() : field.title()) + " ("
                            + RegisterWords.type(field) + ")");
        }
        readers(topic.referential(), schema.name(), null);
        out.blank();
        out.paragraph(
                "",
                Style.QUIET,
                "Une colonne en détail : cedre explain " + schema.name() + "."
                        + schema.fields().get(0).name());
    }

    @Override
    public void column(Topic.Column topic) throws IOException {
        Field field = topic.field();
        RegisterSchema schema = topic.schema();
        out.paragraph("", Style.TITLE, schema.name() + "." + field.name() + " : " + field.title());
        out.blank();
        out.paragraph("", Style.PLAIN, field.description());
        out.blank();
        field("Fichier", CheckReads.path(schema.name()) + " (" + schema.title() + ")");
        field("À écrire", RegisterWords.type(field) + (field.required() ? ", à remplir toujours" : ", facultatif"));
        if (!field.codes().isEmpty()) {
            field("Valeurs", String.join(", ", field.codes().stream().sorted().toList()));
        }
        if (!field.example().isBlank()) {
            field("Exemple", field.example());
        }
        for (String note : RegisterWords.notes(field, schema)) {
            field("À savoir", note);
        }
        readers(topic.referential(), schema.name(), field.name());
    }

    @Override
    public void control(Topic.Control topic) throws IOException {
        out.paragraph(
                "",
                Style.TITLE,
                topic.id() + " : contrôle de " + topic.referential().id());
        for (Topic.Control.Use use : topic.uses()) {
            out.blank();
            Topic.Requirement requirement =
                    new Topic.Requirement(topic.referential(), use.specification(), null, List.of());
            new RequirementText(requirement, dictionary, only, detail, out).control(use.check());
        }
        out.blank();
        out.paragraph(
                "",
                Style.QUIET,
                "L'exigence entière : cedre explain "
                        + topic.uses().get(0).specification().id());
    }

    @Override
    public void note(Topic.Note topic) throws IOException {
        out.paragraph("", Style.TITLE, topic.code() + " : " + topic.title());
        for (String text : topic.texts()) {
            out.blank();
            out.paragraph("", Style.PLAIN, text);
        }
        if (!topic.facts().isEmpty()) {
            out.blank();
        }
        for (Map.Entry<String, String> fact : topic.facts().entrySet()) {
            if (TextLayout.width(fact.getKey()) < LABEL) {
                field(fact.getKey(), fact.getValue());
            } else {
                out.paragraph("- ", Style.PLAIN, fact.getKey() + " : " + fact.getValue());
            }
        }
        if (!topic.heading().isEmpty() && topic.specifications().isEmpty()) {
            out.blank();
            out.paragraph(
                    "",
                    Style.PLAIN,
                    topic.heading() + " : aucune exigence de "
                            + topic.referential().id() + ".");
        } else if (!topic.heading().isEmpty()) {
            out.section(topic.heading() + " (" + topic.referential().id() + ", "
                    + French.count(topic.specifications().size(), "spécification") + ")");
            for (Specification s : topic.specifications()) {
                out.paragraph("- ", Style.PLAIN, s.id() + " " + s.title());
            }
        }
    }

    private void readers(Referential referential, String register, @Nullable String column) throws IOException {
        List<RegisterWords.Reader> readers = RegisterWords.readers(referential, register, column);
        if (readers.isEmpty()) {
            out.blank();
            out.paragraph(
                    "",
                    Style.PLAIN,
                    "Aucun contrôle de " + referential.id() + " ne lit "
                            + (column == null ? "ce registre." : "cette colonne."));
            return;
        }
        out.section("Lu par " + referential.id() + " (" + French.count(readers.size(), "spécification") + ")");
        for (RegisterWords.Reader reader : readers) {
            out.paragraph(
                    "- ",
                    Style.PLAIN,
                    reader.specification().id() + " " + reader.specification().title()
                            + (detail || column != null ? " (" + String.join(", ", reader.checks()) + ")" : ""));
        }
    }
}
