package fr.cedre.report;

import fr.cedre.evaluation.Status;
import fr.cedre.group.GroupWork;
import fr.cedre.report.Styles.Style;
import fr.cedre.review.GroupVerification;
import fr.cedre.review.Photograph;
import fr.cedre.review.Verification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a kept report still describes a folder, for a terminal. */
public final class VerificationText implements VerificationRenderer {

    private final String version;

    /** Signed by a version of cedre. */
    public VerificationText(String version) {
        this.version = version;
    }

    @Override
    public void verification(Verification verification, RenderOptions options, Appendable target) throws IOException {
        TextLayout out = new TextLayout(target, options.width(), new Styles(options.colour()));
        Photograph report = verification.report();
        out.paragraph("", Style.TITLE, "cedre " + version + ", un rapport gardé décrit-il encore le dossier ?");
        out.blank();
        TextHeader.field(out, "Structure", verification.name());
        if (!report.structure().isEmpty() && !report.structure().equals(verification.name())) {
            TextHeader.field(
                    out, "Attention", "ce rapport porte un autre nom de structure : est-ce bien celui de ce dossier ?");
        }
        TextHeader.field(
                out,
                "Rapport",
                report.file() + ", contrôle au " + French.date(report.period().end()) + " sous " + report.referential()
                        + " (version " + report.version() + "), cedre " + report.toolVersion());
        TextHeader.field(
                out, "Recalculé", "à la même date, sur la même période" + (report.restricted() ? ", même partie" : ""));
        if (!verification.sameReferential()) {
            TextHeader.field(
                    out,
                    "Référentiel",
                    "version " + report.version() + " alors, " + verification.version() + " aujourd'hui");
        }
        if (!verification.sameTool()) {
            TextHeader.field(
                    out,
                    "Outil",
                    "cedre " + report.toolVersion() + " alors, " + verification.toolVersion() + " aujourd'hui"
                            + (verification.results().isEmpty() ? " : sans effet sur le résultat" : ""));
        }
        files(verification, options, out);
        results(verification, options, out);
        out.blank();
        out.paragraph("", verification.holds() ? Style.GOOD : Style.TITLE, verdict(verification));
    }

    @Override
    public void group(GroupVerification group, RenderOptions options, Appendable target) throws IOException {
        TextLayout out = new TextLayout(target, options.width(), new Styles(options.colour()));
        out.paragraph("", Style.TITLE, "cedre " + version + ", un rapport gardé décrit-il encore le groupe ?");
        out.blank();
        TextHeader.field(out, "Groupe", group.name());
        out.blank();
        long good = 0;
        for (GroupWork.Outcome<Verification> member : group.members()) {
            Verification one = member.value();
            if (one == null) {
                out.paragraph("✗ ", Style.MINOR, member.folder() + " : " + member.error());
            } else {
                good += one.holds() ? 1 : 0;
                out.paragraph(
                        one.holds() ? "✓ " : "✗ ",
                        one.holds() ? Style.GOOD : Style.MINOR,
                        one.name() + " : " + verdict(one));
            }
        }
        out.blank();
        out.paragraph(
                "",
                group.holds() ? Style.GOOD : Style.TITLE,
                "Le rapport vaut encore pour " + French.count(good, "membre") + " sur "
                        + group.members().size() + ".");
    }

    private static void files(Verification verification, RenderOptions options, TextLayout out) throws IOException {
        List<Verification.FileChange> files = verification.files();
        if (files.isEmpty()) {
            return;
        }
        out.section("Fichiers (" + files.size() + ")");
        int shown = Words.shown(files.size(), options.detail());
        for (Verification.FileChange change : files.subList(0, shown)) {
            String word = switch (change.fate()) {
                case MODIFIE -> "modifié";
                case DISPARU -> "disparu, ou plus lu";
                case AJOUTE -> "ajouté depuis";
            };
            out.paragraph("- ", Style.PLAIN, change.file() + " : " + word);
        }
        Words.others(files.size() - shown, out);
    }

    private static void results(Verification verification, RenderOptions options, TextLayout out) throws IOException {
        List<Verification.ResultChange> results = verification.results();
        if (results.isEmpty()) {
            return;
        }
        out.section("Résultats (" + results.size() + ")");
        int shown = Words.shown(results.size(), options.detail());
        for (Verification.ResultChange change : results.subList(0, shown)) {
            List<String> parts = new ArrayList<>();
            if (change.before() != change.now()) {
                parts.add(status(change.before()) + " dans le rapport, " + status(change.now()) + " aujourd'hui");
            }
            if (change.gone() > 0) {
                parts.add(French.count(change.gone(), "constat") + " en moins");
            }
            if (change.come() > 0) {
                parts.add(French.count(change.come(), "constat") + " en plus");
            }
            out.paragraph(
                    "- ",
                    Style.PLAIN,
                    change.specification() + (change.type() == null ? "" : " [" + change.type() + "]") + " : "
                            + (parts.isEmpty() ? "gravité changée" : String.join(" ; ", parts)));
        }
        Words.others(results.size() - shown, out);
    }

    private static String status(@Nullable Status status) {
        if (status == null) {
            return "absente";
        }
        return switch (status) {
            case CONFORME -> "couverte";
            case ECART -> "en écart";
            case A_EXAMINER -> "à examiner";
            case SANS_OBJET -> "sans objet";
        };
    }

    private static String verdict(Verification verification) {
        if (verification.holds()) {
            return "Le rapport décrit toujours ce dossier.";
        }
        if (!verification.fingerprinted()) {
            return "Le rapport ne porte pas d'empreintes : "
                    + (verification.results().isEmpty()
                            ? "le résultat recalculé est le même, mais rien ne dit que les fichiers le sont."
                            : "le résultat recalculé est différent.");
        }
        List<String> why = new ArrayList<>();
        int files = verification.files().size();
        int results = verification.results().size();
        if (files > 0) {
            why.add(French.count(files, "fichier changé", "fichiers changés"));
        }
        if (results > 0) {
            why.add(French.count(results, "résultat différent", "résultats différents"));
        } else if (!verification.sameSummary()) {
            why.add("les totaux écrits dans le rapport ne sont pas ceux de ses résultats : il a été modifié");
        }
        if (!verification.sameReferential()) {
            why.add("une autre version du référentiel est employée");
        }
        return "Le rapport ne décrit plus ce dossier : " + String.join(", ", why) + ".";
    }
}
