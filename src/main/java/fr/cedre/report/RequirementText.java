package fr.cedre.report;

import fr.cedre.check.Check;
import fr.cedre.check.Gravity;
import fr.cedre.check.LevelCheck;
import fr.cedre.check.Parameter;
import fr.cedre.check.Scale;
import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.StructureType;
import fr.cedre.referential.Chapter;
import fr.cedre.referential.Fate;
import fr.cedre.referential.Reading;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Relation;
import fr.cedre.referential.Specification;
import fr.cedre.referential.Topic;
import fr.cedre.referential.Variant;
import fr.cedre.report.Styles.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One specification in full: what it asks, how it is checked, what to do, where it comes from. */
final class RequirementText {

    private final Specification specification;
    private final Referential referential;
    private final List<Relation> relations;
    private final @Nullable String missingFrom;
    private final Dictionary dictionary;
    private final Set<StructureType> only;
    private final boolean detail;
    private final TextLayout out;

    /** A specification for some types alone; for all when the set is empty. */
    RequirementText(
            Topic.Requirement topic, Dictionary dictionary, Set<StructureType> only, boolean detail, TextLayout out) {
        this.only = only;
        this.specification = topic.specification();
        this.referential = topic.referential();
        this.relations = topic.relations();
        this.missingFrom = topic.missingFrom();
        this.dictionary = dictionary;
        this.detail = detail;
        this.out = out;
    }

    void write() throws IOException {
        out.paragraph("", Style.TITLE, specification.id() + " " + specification.title());
        out.paragraph(
                "", Style.QUIET, ExplanationText.origin(referential) + chapter() + ", " + specification.reference());
        ExplanationText.missing(out, missingFrom, referential);
        out.blank();
        if (specification.objective() != null) {
            field("Objectif", specification.objective());
        }
        if (CheckWords.variants(specification, only).isEmpty()) {
            field(
                    "Exigence",
                    "aucune pour " + ReferentialWords.types(List.copyOf(only)) + " : elle ne vise pas ce type.");
            return;
        }
        wordings();
        field("Gravité", ReferentialWords.gravityAtLength(specification));
        field("Sans objet", ReferentialWords.nonApplicability(specification));
        String absent = specification.conditionAbsent();
        if (absent != null) {
            field("Condition", absent);
        }
        indicators();
        checks();
        evidence();
        advice();
        readings();
        source();
        relations();
    }

    private void field(String label, String text) throws IOException {
        ExplanationText.field(out, label, text);
    }

    private String chapter() {
        for (Chapter chapter : referential.chapters()) {
            if (chapter.specifications().contains(specification)) {
                return ", chapitre " + chapter.id() + " " + chapter.title();
            }
        }
        return "";
    }

    private List<StructureType> ordered(Set<StructureType> types) {
        return referential.types().stream().filter(types::contains).toList();
    }

    private void wordings() throws IOException {
        List<Variant> variants = CheckWords.variants(specification, only);
        boolean several = specification.variants().size() > 1;
        int addressed = CheckWords.types(specification, referential).size();
        String label = "Exigence";
        for (Variant variant : variants) {
            String types = ReferentialWords.types(ordered(variant.types()));
            boolean limited = several || addressed < referential.types().size();
            field(label, (limited ? types + " : " : "") + variant.requirement());
            label = "";
        }
        for (Variant variant : variants) {
            if (variant.judgement() != null) {
                String types = several ? ReferentialWords.types(ordered(variant.types())) + " : " : "";
                field("À juger", types + variant.judgement());
            }
        }
        if (specification.judgement() != null) {
            field("À juger", specification.judgement());
        }
    }

    private void indicators() throws IOException {
        if (!specification.indicators().isEmpty()) {
            out.section("Pour se situer");
            for (String indicator : specification.indicators()) {
                out.paragraph("- ", Style.PLAIN, indicator);
            }
        }
        Scale scale = scale();
        if (!scale.steps().isEmpty()) {
            out.section("Échelle");
            for (Scale.Step step : scale.steps()) {
                String text = step.text().isBlank() ? "" : " : " + step.text();
                out.paragraph(Sanitiser.line(step.code()) + "  ", Style.PLAIN, step.title() + text);
            }
        }
    }

    private Scale scale() {
        return scale(specification, referential);
    }

    /** The scale of a self-assessment, which its checks carry. */
    static Scale scale(Specification specification, Referential referential) {
        for (Check check : CheckWords.checks(specification, referential).keySet()) {
            if (check instanceof LevelCheck level) {
                return level.scale();
            }
        }
        return Scale.none();
    }

    private void checks() throws IOException {
        Map<Check, List<StructureType>> checks = CheckWords.checks(specification, referential);
        checks.values().removeIf(types -> !only.isEmpty() && types.stream().noneMatch(only::contains));
        out.section("Ce que cedre contrôle (" + checks.size() + ")");
        int addressed = CheckWords.types(specification, referential).size();
        boolean first = true;
        for (Map.Entry<Check, List<StructureType>> entry : checks.entrySet()) {
            if (!first) {
                out.blank();
            }
            first = false;
            check(entry.getKey(), entry.getValue(), addressed);
        }
        if (checks.isEmpty()) {
            out.paragraph("", Style.PLAIN, "Rien : une personne doit juger.");
        } else if (!specification.selfAssessed() && !referential.scope().contains(specification)) {
            out.blank();
            out.paragraph(
                    "",
                    Style.PLAIN,
                    "Si aucune preuve d'aucune sorte n'est trouvée (document, registre, champ de structure.yaml), c'est un écart "
                            + (specification.gravity() == Gravity.MAJEURE ? "majeur." : "mineur."));
        }
    }

    /** One check of this specification, alone. */
    void control(Check check) throws IOException {
        out.paragraph("", Style.PLAIN, specification.id() + " " + specification.title());
        check(
                check,
                CheckWords.checks(specification, referential).getOrDefault(check, List.of()),
                CheckWords.types(specification, referential).size());
        String advice = check.head().advice();
        out.paragraph("  → ", Style.PLAIN, advice == null || detail ? specification.advice() : advice);
    }

    private void check(Check check, List<StructureType> types, int addressed) throws IOException {
        String limited = types.size() < addressed ? " · " + ReferentialWords.types(types) : "";
        out.paragraph(
                "",
                Style.PLAIN,
                check.head().id() + " · " + String.join(", ", CheckWords.levels(check, specification)) + limited);
        out.paragraph("  ", Style.PLAIN, CheckKinds.how(check));
        for (String condition : ConditionWords.of(check)) {
            out.paragraph("  ", Style.PLAIN, condition);
        }
        out.paragraph("  ", Style.PLAIN, "« " + CheckWords.message(check, dictionary) + " »");
        List<String> outside = CheckWords.otherwise(check, specification, dictionary);
        if (!outside.isEmpty()) {
            out.paragraph(
                    "  ", Style.PLAIN, "Trouvé, mais hors délai : " + outside.get(0) + ", « " + outside.get(1) + " »");
        }
        List<String> reads = CheckReads.of(check).shown();
        if (!reads.isEmpty()) {
            out.paragraph("  Lit : ", Style.QUIET, String.join(" ; ", reads));
        }
        for (Parameter parameter : parameters(check, referential)) {
            out.paragraph(
                    "  ",
                    Style.PLAIN,
                    "Paramètre du projet : " + parameter.name() + " = " + parameter.value()
                            + (detail && !parameter.why().isBlank() ? ". " + parameter.why() : ""));
        }
        if (check.head().reading() != null) {
            out.paragraph("  ", Style.QUIET, "Lecture " + check.head().reading());
        }
        String advice = check.head().advice();
        if (detail && advice != null) {
            out.paragraph("  → ", Style.PLAIN, advice);
        }
    }

    /** The parameters a check uses, in the order of the referential. */
    static List<Parameter> parameters(Check check, Referential referential) {
        return referential.parameters().values().stream()
                .filter(p -> check.head().parameters().contains(p.name()))
                .toList();
    }

    private void evidence() throws IOException {
        if (specification.expectedDocuments().isEmpty()) {
            return;
        }
        out.section("Preuves souvent montrées (à titre indicatif)");
        for (String code : specification.expectedDocuments()) {
            out.paragraph("- ", Style.PLAIN, referential.documents().getOrDefault(code, code) + " (" + code + ")");
        }
    }

    private void advice() throws IOException {
        out.section("Que faire");
        out.paragraph("", Style.PLAIN, specification.advice());
    }

    private void readings() throws IOException {
        if (specification.readings().isEmpty()) {
            return;
        }
        out.section("Lectures retenues d'un texte ambigu");
        for (Reading reading : specification.readings()) {
            out.paragraph(Sanitiser.line(reading.code()) + "  ", Style.PLAIN, reading.adopted());
        }
    }

    private void source() throws IOException {
        out.section("D'où vient cette rédaction");
        out.paragraph("", Style.PLAIN, capitalised(ReferentialWords.source(specification.source())) + ".");
        String why = specification.source().why();
        if (why != null) {
            out.paragraph("", Style.PLAIN, why);
        }
        String from = specification.source().referential();
        if (!from.equals(referential.id())) {
            out.paragraph("", Style.PLAIN, "Reprise telle quelle de " + from + ".");
        }
        out.paragraph("", Style.QUIET, referential.notice());
    }

    private void relations() throws IOException {
        for (List<Relation> alike : alike()) {
            Relation relation = alike.get(0);
            String others = French.list(alike.stream().map(Relation::other).toList());
            String provenance = relation.provenance() == null
                    ? ""
                    : " (" + ReferentialWords.provenance(relation.provenance()) + ")";
            out.section((relation.leaving() ? "Vers " : "Depuis ") + others + provenance);
            if (relation.problem() != null) {
                out.paragraph("! ", Style.PLAIN, relation.file() + " ne peut pas être suivi : " + relation.problem());
            }
            // One line of the file may lead to several ties: its reason is given once.
            Map<List<Object>, List<String>> lines = new LinkedHashMap<>();
            for (Relation.Tie tie : relation.ties()) {
                lines.computeIfAbsent(List.of(tie.types(), tie.why()), key -> new ArrayList<>())
                        .add(tie(tie, others, relation.leaving()));
            }
            for (Relation.Tie tie : relation.ties()) {
                List<String> said = lines.remove(List.of(tie.types(), tie.why()));
                if (said != null) {
                    String types = tie.types().isEmpty() ? "" : ReferentialWords.types(tie.types()) + " : ";
                    out.paragraph("- ", Style.PLAIN, types + String.join(" ; ", said) + ". " + tie.why());
                }
            }
        }
    }

    /** Relations that say the same thing, as those of referentials that take the same one in. */
    private Collection<List<Relation>> alike() {
        Map<List<Object>, List<Relation>> alike = new LinkedHashMap<>();
        for (Relation relation : relations) {
            Object said = relation.problem() == null ? relation.ties() : relation.file();
            alike.computeIfAbsent(
                            List.of(relation.leaving(), String.valueOf(relation.provenance()), said),
                            key -> new ArrayList<>())
                    .add(relation);
        }
        return alike.values();
    }

    private static String tie(Relation.Tie tie, String where, boolean leaving) {
        if (tie.others().isEmpty()) {
            return tie.fate() == Fate.NOUVELLE ? "nouvelle, sans équivalent dans " + where : "sans suite dans " + where;
        }
        List<String> others = tie.others().stream()
                .map(s -> s.id() + " « " + s.title() + " »")
                .toList();
        String proofs = tie.whole() ? "les mêmes preuves servent" : "preuves à compléter";
        return (leaving ? "devient " : "vient de ") + French.list(others) + " (" + DiffWords.fate(tie.fate()) + ", "
                + proofs + ")";
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
