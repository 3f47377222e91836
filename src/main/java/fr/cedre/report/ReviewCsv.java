package fr.cedre.report;

import fr.cedre.evaluation.Gap;
import fr.cedre.evaluation.Summary;
import fr.cedre.group.GroupWork;
import fr.cedre.review.Change;
import fr.cedre.review.GapChange;
import fr.cedre.review.GroupReview;
import fr.cedre.review.Review;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** For a spreadsheet: one line per gap of a folder, or one line per member of a group. */
public final class ReviewCsv implements ReviewRenderer {

    /** The same whatever the version of cedre. */
    public ReviewCsv(String version) {}

    @Override
    public void review(Review review, RenderOptions options, Appendable out) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (GapChange change : review.changes()) {
            Gap gap = change.gap();
            boolean placed = gap.source() != null && change.change().present();
            rows.add(List.of(
                    gap.identity().specification(),
                    gap.identity().check(),
                    gap.identity().object(),
                    String.join(" ", gap.types()),
                    change.change().code(),
                    change.motive() == null ? "" : change.motive().code(),
                    gap.gravity().code(),
                    change.since().toString(),
                    gap.message(),
                    gap.advice(),
                    placed && gap.source() != null ? Words.place(gap.source()) : "",
                    change.formerSpecification() == null ? "" : change.formerSpecification()));
        }
        CsvWriter.write(
                new Table(
                        "Revue",
                        List.of(
                                "specification",
                                "controle",
                                "objet",
                                "types",
                                "changement",
                                "motif",
                                "gravite",
                                "depuis",
                                "ecart",
                                "conseil",
                                "source",
                                "ancienne_specification"),
                        rows),
                out);
    }

    @Override
    public void group(GroupReview group, RenderOptions options, Appendable out) throws IOException {
        List<String> headers = new ArrayList<>(List.of(
                "dossier",
                "nom",
                "types",
                "referentiel",
                "date",
                "reference_du",
                "conforme",
                "ecart",
                "a_examiner",
                "sans_objet",
                "taux_pourcent",
                "majeures",
                "mineures",
                "points_sensibles"));
        for (Change change : Change.values()) {
            headers.add(change.code());
        }
        headers.addAll(List.of(
                "regressions", "certificat_expire_le", "prochaine_echeance", "echus", "photographie", "erreur"));
        List<List<String>> rows = new ArrayList<>();
        for (GroupWork.Outcome<Review> member : group.members()) {
            Review review = member.value();
            if (review != null) {
                rows.add(row(member.folder(), review));
            } else if (!member.skipped()) {
                List<String> row = new ArrayList<>(List.of(member.folder()));
                while (row.size() < headers.size() - 1) {
                    row.add("");
                }
                row.add(member.error() == null ? "" : member.error());
                rows.add(row);
            }
        }
        CsvWriter.write(new Table("Revue du groupe", headers, rows), out);
    }

    private static List<String> row(String folder, Review review) {
        Summary summary = review.evaluation().summary();
        boolean first = review.reference() == null;
        List<String> row = new ArrayList<>(List.of(
                folder,
                review.evaluation().structure().name(),
                review.evaluation().structure().types().stream()
                        .map(t -> t.code())
                        .collect(Collectors.joining(" ")),
                review.evaluation().referential().id(),
                review.evaluation().period().end().toString(),
                review.reference() == null
                        ? ""
                        : review.reference().period().end().toString(),
                Integer.toString(summary.conforme()),
                Integer.toString(summary.ecart()),
                Integer.toString(summary.aExaminer()),
                Integer.toString(summary.sansObjet()),
                summary.settled() == 0 ? "" : Integer.toString(summary.ratePercent()),
                Integer.toString(summary.majeures()),
                Integer.toString(summary.mineures()),
                Integer.toString(summary.pointsSensibles())));
        review.counts().forEach((change, n) -> row.add(Integer.toString(n)));
        row.add(first ? "" : Integer.toString(review.regressions().size()));
        row.add(review.agenda().certificate().stream()
                .filter(d -> d.kind().equals("certificat"))
                .map(d -> d.on().toString())
                .findFirst()
                .orElse(""));
        row.add(review.agenda().ahead().stream()
                .map(d -> d.on().toString())
                .findFirst()
                .orElse(""));
        row.add(Integer.toString(review.agenda().over().size()));
        row.add(review.saved() == null ? "" : review.saved().file());
        row.add("");
        return row;
    }
}
