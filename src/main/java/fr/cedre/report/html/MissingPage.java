package fr.cedre.report.html;

import fr.cedre.binder.Binder;
import fr.cedre.binder.MissingProof;
import fr.cedre.check.Finding;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import fr.cedre.problem.Location;
import fr.cedre.report.HeaderWords;
import fr.cedre.report.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A sheet to print for a proof that is missing: what is asked, what was found instead, what to do, and blanks to fill in by hand.
 *
 * @param frame what surrounds it
 * @param state how serious it is
 * @param what what is missing, in words
 * @param back where it stands in the index
 * @param asked requirements that lack it
 * @param usual documents usually shown; indicative
 * @param found what was found instead
 * @param advice what to do
 */
public record MissingPage(
        Frame frame,
        Badge state,
        String what,
        String back,
        List<Asked> asked,
        List<String> usual,
        List<Frame.Line> found,
        List<String> advice) {

    /** Copies the lists. */
    public MissingPage {
        asked = List.copyOf(asked);
        usual = List.copyOf(usual);
        found = List.copyOf(found);
        advice = List.copyOf(advice);
    }

    /** A requirement: its title, its place in the source text, its wording or nothing. */
    public record Asked(String title, String reference, String requirement) {}

    static MissingPage of(String version, Binder binder, MissingProof proof) {
        boolean file = proof.kind() == MissingProof.Kind.FICHIER;
        SpecificationResult first = proof.results().get(0);
        String anchor = file
                ? "manquantes"
                : States.anchor(
                        "s-",
                        first.specification().id()
                                + (first.type() == null
                                        ? ""
                                        : "-" + first.type().code()));
        Map<String, String> documents = binder.evaluation().referential().documents();
        Set<String> found = new LinkedHashSet<>();
        Set<String> advice = new LinkedHashSet<>();
        for (Finding finding : proof.findings()) {
            if (!finding.advice().isBlank()) {
                advice.add(finding.advice());
            }
        }
        if (!file) {
            advice.add(first.specification().advice());
        }
        return new MissingPage(
                new Frame(
                        file ? "Fichier absent : " + proof.subject() : "Preuve manquante : " + Words.title(first),
                        "Classeur d'audit, fiche à compléter",
                        List.of(
                                new Frame.Line(
                                        "Structure",
                                        binder.evaluation().structure().name() + " ("
                                                + HeaderWords.types(
                                                        binder.evaluation().types())
                                                + ")"),
                                new Frame.Line(
                                        "Référentiel",
                                        binder.evaluation().referential().title()),
                                new Frame.Line(
                                        "Audit",
                                        HeaderWords.audit(binder.evaluation().period()))),
                        List.of(),
                        "cedre " + version),
                state(proof),
                what(proof),
                "../" + Binder.INDEX + "#" + anchor,
                proof.results().stream()
                        .map(r -> new Asked(
                                Words.title(r), r.specification().reference().toString(), file ? "" : r.requirement()))
                        .toList(),
                proof.natures().stream()
                        .map(code -> documents.getOrDefault(code, code))
                        .distinct()
                        .toList(),
                proof.findings().stream()
                        .filter(f -> found.add(f.message()))
                        .map(f -> new Frame.Line(f.message(), place(f)))
                        .toList(),
                List.copyOf(advice));
    }

    /** A message about a whole file already names it. */
    private static String place(Finding finding) {
        Location place = finding.source();
        return place == null || (place.line() == null && finding.message().contains(place.file()))
                ? ""
                : Words.place(place);
    }

    /** How serious it is: as the strongest of its findings. */
    static Badge state(MissingProof proof) {
        return proof.findings().stream()
                .sorted()
                .findFirst()
                .map(f -> States.of(f.level(), f.gravity()))
                .orElse(Badge.of(Status.A_EXAMINER, null));
    }

    /** What is missing, in words. */
    static String what(MissingProof proof) {
        return switch (proof.kind()) {
            case AUCUNE_PREUVE -> "aucune preuve";
            case DOCUMENT -> "document à apporter ou à compléter (contrôle " + proof.subject() + ")";
            case FICHIER -> "fichier absent du dossier";
        };
    }
}
