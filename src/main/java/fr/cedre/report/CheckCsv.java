package fr.cedre.report;

import fr.cedre.check.Finding;
import fr.cedre.check.Gravity;
import fr.cedre.check.Position;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.Evaluation.JudgementFate;
import fr.cedre.evaluation.Evaluation.NonApplicabilityFate;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import fr.cedre.group.GroupResult;
import fr.cedre.problem.Location;
import fr.cedre.problem.Problem;
import fr.cedre.referential.Provenance;
import fr.cedre.referential.Specification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code cedre check} for a spreadsheet: one row per finding and per specification without finding, then one per human decision that no row carries and
 * per problem of reading. Every row says what it was held against and what it is worth, since rows are sorted, filtered and copied elsewhere.
 */
public final class CheckCsv implements Renderer, GroupRenderer {

    /** The columns, in order; {@code dossier} and {@code structure} for a group only. Columns may be added at the end, never renamed. */
    enum Column {
        DOSSIER,
        STRUCTURE,
        NATURE,
        CHAPITRE,
        SPECIFICATION,
        TYPE,
        INTITULE,
        STATUT,
        GRAVITE,
        NIVEAU,
        CONTROLE,
        OBJET,
        MESSAGE,
        CONSEIL,
        MESURE,
        SEUIL,
        FICHIER,
        LIGNE,
        COLONNE,
        PREUVES,
        REGISTRES,
        POSITION,
        CIBLE,
        RAISON,
        DECISION,
        REFERENCE,
        REFERENTIEL,
        PROVENANCE,
        DATE,
        PORTEE;

        String header() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Set<Column> GROUP_ONLY = Set.of(Column.DOSSIER, Column.STRUCTURE);

    /** A table; the version is not part of it. */
    public CheckCsv(String version) {
        // A spreadsheet has no place for who wrote it.
    }

    @Override
    public void render(Evaluation evaluation, RenderOptions options, Appendable out) throws IOException {
        List<Column> columns =
                Stream.of(Column.values()).filter(c -> !GROUP_ONLY.contains(c)).toList();
        List<List<String>> rows = new ArrayList<>();
        rows(evaluation, null, row -> rows.add(row.cells(columns)));
        CsvWriter.write(table("Contrôle", columns, rows), out);
    }

    @Override
    public void render(GroupResult result, RenderOptions options, Appendable out) throws IOException {
        List<Column> columns = List.of(Column.values());
        List<List<String>> rows = new ArrayList<>();
        for (GroupResult.Member member : result.members()) {
            Evaluation evaluation = member.evaluation();
            if (evaluation != null) {
                rows(evaluation, member.folder(), row -> rows.add(row.cells(columns)));
                continue;
            }
            Row row = new Row().put(Column.DOSSIER, member.folder()).put(Column.NATURE, "membre");
            row.put(Column.MESSAGE, member.skipped() ? "non concerné par les types demandés" : member.error());
            row.put(Column.NIVEAU, member.skipped() ? "" : "erreur");
            row.put(Column.DATE, result.period().end().toString());
            rows.add(row.cells(columns));
            for (Problem problem : member.problems()) {
                rows.add(problem(new Row().put(Column.DOSSIER, member.folder()), problem)
                        .put(Column.DATE, result.period().end().toString())
                        .cells(columns));
            }
        }
        CsvWriter.write(table("Contrôle du groupe", columns, rows), out);
    }

    private static Table table(String title, List<Column> columns, List<List<String>> rows) {
        return new Table(title, columns.stream().map(Column::header).toList(), rows);
    }

    /** Where rows go. */
    private interface Rows {
        void add(Row row);
    }

    /** Cells by column; what is not said is empty. */
    private static final class Row {
        private final Map<Column, String> cells = new EnumMap<>(Column.class);

        Row put(Column column, @Nullable String text) {
            cells.put(column, text == null ? "" : text);
            return this;
        }

        List<String> cells(List<Column> columns) {
            return columns.stream().map(c -> cells.getOrDefault(c, "")).toList();
        }
    }

    private static void rows(Evaluation evaluation, @Nullable String folder, Rows rows) {
        Map<String, String> chapters = new HashMap<>();
        evaluation.referential().chapters().forEach(c -> c.specifications().forEach(s -> chapters.put(s.id(), c.id())));
        Decisions decisions = new Decisions(evaluation);
        for (SpecificationResult result : Words.results(evaluation)) {
            List<Finding> findings = result.findings();
            List<@Nullable Gravity> gravities = ResultWords.gravities(result);
            String decision = decisions.take(result);
            for (int i = 0; i < Math.max(1, findings.size()); i++) {
                Row row = base(evaluation, folder);
                result(row, result, decision);
                row.put(Column.CHAPITRE, chapters.get(result.specification().id()));
                if (findings.isEmpty()) {
                    row.put(Column.NATURE, "specification");
                    row.put(
                            Column.GRAVITE,
                            result.status() != Status.ECART || result.gravity() == null
                                    ? ""
                                    : result.gravity().code());
                } else {
                    finding(row, findings.get(i), gravities.get(i));
                }
                rows.add(row);
            }
        }
        decisions.left(evaluation, folder, rows);
        evaluation.problems().forEach(p -> rows.add(problem(base(evaluation, folder), p)));
    }

    private static Row base(Evaluation evaluation, @Nullable String folder) {
        return new Row()
                .put(Column.DOSSIER, folder)
                .put(Column.STRUCTURE, evaluation.structure().name())
                .put(Column.REFERENTIEL, evaluation.referential().id())
                .put(Column.PROVENANCE, evaluation.referential().provenance().code())
                .put(Column.DATE, evaluation.period().end().toString())
                .put(Column.PORTEE, ClosingWords.purpose(evaluation));
    }

    private static void result(Row row, SpecificationResult result, String decision) {
        Specification specification = result.specification();
        Provenance provenance = specification.source().provenance();
        row.put(Column.SPECIFICATION, specification.id())
                .put(Column.TYPE, result.type() == null ? "" : result.type().code())
                .put(Column.INTITULE, specification.title())
                .put(Column.STATUT, result.status().code())
                .put(Column.PREUVES, String.join(", ", result.evidence()))
                .put(Column.REGISTRES, String.join(", ", result.registers()))
                .put(Column.RAISON, result.reason())
                .put(Column.DECISION, decision)
                .put(Column.REFERENCE, specification.reference().toString())
                .put(Column.PROVENANCE, provenance.code());
        Position position = result.position();
        if (position != null) {
            row.put(Column.POSITION, position.scale().step(position.retained()).code());
            row.put(
                    Column.CIBLE,
                    position.target() < 0
                            ? ""
                            : position.scale().step(position.target()).code());
        }
    }

    private static void finding(Row row, Finding finding, @Nullable Gravity gravity) {
        row.put(Column.NATURE, "constat")
                .put(Column.GRAVITE, gravity == null ? "" : gravity.code())
                .put(Column.NIVEAU, finding.level().code())
                .put(Column.CONTROLE, finding.check())
                .put(Column.OBJET, finding.object())
                .put(Column.MESSAGE, finding.message())
                .put(Column.CONSEIL, finding.advice())
                .put(Column.MESURE, fraction(finding.measure()))
                .put(Column.SEUIL, fraction(finding.threshold()));
        place(row, finding.source());
    }

    /** {@code 4 sur 15}: a spreadsheet would take 1/3 for the first of March. */
    private static String fraction(@Nullable String measure) {
        return measure == null ? "" : measure.matches("\\d+/\\d+") ? measure.replace("/", " sur ") : measure;
    }

    private static void place(Row row, @Nullable Location place) {
        if (place != null) {
            row.put(Column.FICHIER, place.file())
                    .put(Column.LIGNE, place.line() == null ? "" : place.line().toString())
                    .put(Column.COLONNE, place.column());
        }
    }

    private static Row problem(Row row, Problem problem) {
        row.put(Column.NATURE, "lecture")
                .put(Column.NIVEAU, problem.severity().code())
                .put(Column.MESSAGE, problem.message());
        place(row, problem.location());
        return row;
    }

    /** Human decisions by specification; those that no result carries have a row of their own. */
    private static final class Decisions {
        private final List<JudgementFate> judgements;
        private final List<NonApplicabilityFate> declared;
        private final Set<Object> carried = Collections.newSetFromMap(new IdentityHashMap<>());

        Decisions(Evaluation evaluation) {
            judgements = evaluation.judgements();
            declared = evaluation.nonApplicabilities();
        }

        String take(SpecificationResult result) {
            String id = result.specification().id();
            List<String> all = new ArrayList<>();
            for (JudgementFate fate : judgements) {
                if (fate.judgement().specification().equals(id)
                        && (result.type() == null
                                || fate.judgement().type() == null
                                || result.type().equals(fate.judgement().type()))) {
                    all.add(ResultWords.decision(fate));
                    carried.add(fate);
                }
            }
            for (NonApplicabilityFate fate : declared) {
                if (fate.declared().specification().equals(id)) {
                    all.add(ResultWords.decision(fate));
                    carried.add(fate);
                }
            }
            return String.join(" | ", all);
        }

        void left(Evaluation evaluation, @Nullable String folder, Rows rows) {
            judgements.stream()
                    .filter(fate -> !carried.contains(fate))
                    .forEach(fate ->
                            rows.add(row(evaluation, folder, fate.judgement().specification())
                                    .put(Column.DECISION, ResultWords.decision(fate))));
            declared.stream()
                    .filter(fate -> !carried.contains(fate))
                    .forEach(fate ->
                            rows.add(row(evaluation, folder, fate.declared().specification())
                                    .put(Column.DECISION, ResultWords.decision(fate))));
        }

        private static Row row(Evaluation evaluation, @Nullable String folder, String specification) {
            return base(evaluation, folder).put(Column.NATURE, "decision").put(Column.SPECIFICATION, specification);
        }
    }
}
