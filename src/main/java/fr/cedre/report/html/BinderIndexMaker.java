package fr.cedre.report.html;

import fr.cedre.binder.Binder;
import fr.cedre.binder.MissingProof;
import fr.cedre.check.CheckRun;
import fr.cedre.check.Finding;
import fr.cedre.check.Position;
import fr.cedre.dossier.Evidence;
import fr.cedre.dossier.FileRead;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import fr.cedre.evaluation.Summary;
import fr.cedre.problem.Problem;
import fr.cedre.referential.Chapter;
import fr.cedre.report.ClosingWords;
import fr.cedre.report.DecisionWords;
import fr.cedre.report.French;
import fr.cedre.report.HeaderWords;
import fr.cedre.report.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a binder into the words of its first page. */
final class BinderIndexMaker {

    /** A page that lists more of one defect is no longer read; the CSV and JSON reports hold them all. */
    private static final int MOST = 50;

    private static final String SCOPE = "champ";

    private final String version;
    private final Binder binder;
    private final Evaluation evaluation;
    private final Map<String, String> copies = new HashMap<>();
    private final Map<Evidence, List<BinderIndex.Link>> serving = new HashMap<>();

    BinderIndexMaker(String version, Binder binder) {
        this.version = version;
        this.binder = binder;
        this.evaluation = binder.evaluation();
        binder.attachments().forEach(a -> copies.put(a.source(), a.target()));
        for (Binder.Entry entry : binder.entries()) {
            for (Binder.Filed filed : entry.proofs()) {
                serving.computeIfAbsent(filed.evidence(), key -> new ArrayList<>())
                        .add(link(entry.result()));
            }
        }
    }

    BinderIndex page() {
        List<BinderIndex.Part> chapters = chapters();
        List<Frame.Line> decisions = decisions();
        List<String> notes = new ArrayList<>();
        if (ClosingWords.checked(evaluation)) {
            notes.add(ClosingWords.rate(evaluation.summary(), evaluation.restricted()));
        }
        notes.add(ClosingWords.purpose(evaluation));
        return new BinderIndex(
                frame(chapters, !decisions.isEmpty()),
                warnings(),
                "Le contrôle relève : " + String.join(" · ", ClosingWords.counts(evaluation)),
                tone(evaluation),
                notes,
                binder.missing().stream().map(this::lacking).toList(),
                chapters,
                decisions,
                binder.proofs().stream().map(f -> proof(f, true)).toList(),
                evaluation.files().stream().map(this::read).toList());
    }

    /** State of the line that sums a control up. */
    static String tone(Evaluation evaluation) {
        Summary summary = evaluation.summary();
        if (summary.majeures() > 0 || evaluation.anyUnusable()) {
            return "majeure";
        }
        return summary.mineures() > 0 ? "mineure" : summary.aExaminer() > 0 ? "a_examiner" : "conforme";
    }

    private Frame frame(List<BinderIndex.Part> chapters, boolean decisions) {
        List<Frame.Anchor> contents = new ArrayList<>();
        if (!binder.missing().isEmpty()) {
            contents.add(new Frame.Anchor("manquantes", "Preuves manquantes"));
        }
        contents.add(new Frame.Anchor("sommaire", "Toutes les spécifications"));
        chapters.forEach(c -> contents.add(new Frame.Anchor(c.anchor(), c.title())));
        if (decisions) {
            contents.add(new Frame.Anchor("decisions", "Décisions humaines"));
        }
        contents.add(new Frame.Anchor("preuves", "Liste des preuves"));
        contents.add(new Frame.Anchor("fichiers", "Fichiers lus"));
        contents.add(new Frame.Anchor("empreintes", "Empreintes"));
        return new Frame(
                "Classeur d'audit, " + evaluation.structure().name(),
                ClosingWords.checked(evaluation) ? "Contrôle avant audit" : "Auto-évaluation",
                head(evaluation),
                contents,
                "cedre " + version);
    }

    /** Who, against what, on which day. */
    static List<Frame.Line> head(Evaluation evaluation) {
        return HeaderWords.lines(evaluation).stream()
                .map(line -> new Frame.Line(line.name(), line.text()))
                .toList();
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (evaluation.restricted()) {
            warnings.add("Ce classeur est partiel : " + HeaderWords.restricted(evaluation)
                    + ". Seules les preuves de ce qui est contrôlé sont jointes.");
        }
        for (Problem problem : evaluation.problems()) {
            if (problem.unusable()) {
                warnings.add("Un fichier n'a pas pu être lu, ce classeur est incomplet : "
                        + Words.place(problem.location()) + " (" + problem.message() + ").");
            }
        }
        return warnings;
    }

    private static String anchor(SpecificationResult result) {
        return States.anchor(
                "s-",
                result.specification().id()
                        + (result.type() == null ? "" : "-" + result.type().code()));
    }

    private static BinderIndex.Link link(SpecificationResult result) {
        return new BinderIndex.Link("#" + anchor(result), Words.label(result));
    }

    private static BinderIndex.Link page(MissingProof proof, String text) {
        return new BinderIndex.Link(Hrefs.of(proof.page()), text);
    }

    private BinderIndex.Lacking lacking(MissingProof proof) {
        SpecificationResult first = proof.results().get(0);
        boolean file = proof.kind() == MissingProof.Kind.FICHIER;
        return new BinderIndex.Lacking(
                page(proof, file ? proof.subject() : Words.title(first)),
                file ? Badge.of(Status.A_EXAMINER, null) : MissingPage.state(proof),
                file ? proof.results().stream().map(BinderIndexMaker::link).toList() : List.of(link(first)),
                file
                        ? "ce fichier n'est pas dans le dossier"
                        : proof.findings().get(0).message());
    }

    private List<BinderIndex.Part> chapters() {
        Map<String, List<BinderIndex.Entry>> byChapter = new LinkedHashMap<>();
        Map<String, String> titles = new HashMap<>();
        Map<String, String> chapterOf = new HashMap<>();
        byChapter.put(SCOPE, new ArrayList<>());
        titles.put(SCOPE, "Champ du référentiel");
        for (Chapter chapter : evaluation.referential().chapters()) {
            byChapter.put(chapter.id(), new ArrayList<>());
            titles.put(chapter.id(), chapter.id() + " " + chapter.title());
            chapter.specifications().forEach(s -> chapterOf.put(s.id(), chapter.id()));
        }
        for (Binder.Entry entry : binder.entries()) {
            byChapter
                    .computeIfAbsent(
                            chapterOf.getOrDefault(
                                    entry.result().specification().id(), SCOPE),
                            key -> new ArrayList<>())
                    .add(entry(entry));
        }
        List<BinderIndex.Part> parts = new ArrayList<>();
        byChapter.forEach((id, entries) -> {
            if (!entries.isEmpty()) {
                parts.add(new BinderIndex.Part(States.anchor("c-", id), titles.getOrDefault(id, id), entries));
            }
        });
        return parts;
    }

    private BinderIndex.Entry entry(Binder.Entry entry) {
        SpecificationResult result = entry.result();
        List<BinderIndex.Link> missing = new ArrayList<>();
        entry.missing().forEach(m -> missing.add(page(m, MissingPage.what(m))));
        binder.missing().stream()
                .filter(m ->
                        m.kind() == MissingProof.Kind.FICHIER && m.results().contains(result))
                .forEach(m -> missing.add(page(m, m.subject())));
        return new BinderIndex.Entry(
                anchor(result),
                Words.label(result),
                result.specification().title(),
                result.specification().reference().toString(),
                States.of(result),
                held(entry),
                result.requirement(),
                facts(result),
                entry.proofs().stream().map(f -> proof(f, false)).toList(),
                missing,
                findings(result));
    }

    /** {@code 2 documents, 1 registre}: what speaks for a specification, or nothing. */
    private static String held(Binder.Entry entry) {
        long documents =
                entry.proofs().stream().filter(f -> f.evidence().valid()).count();
        int registers = entry.result().registers().size();
        List<String> held = new ArrayList<>();
        if (documents > 0) {
            held.add(French.count(documents, "document"));
        }
        if (registers > 0) {
            held.add(French.count(registers, "registre"));
        }
        return String.join(", ", held);
    }

    private static List<Frame.Line> facts(SpecificationResult result) {
        List<Frame.Line> facts = new ArrayList<>();
        if (result.reason() != null) {
            facts.add(new Frame.Line("Pourquoi", result.reason()));
        }
        if (result.judgement() != null) {
            facts.add(new Frame.Line("Jugement retenu", DecisionWords.judgement(result.judgement())));
        }
        Position position = result.position();
        if (position != null) {
            String level = position.scale().step(position.retained()).code() + " "
                    + position.scale().step(position.retained()).title();
            facts.add(new Frame.Line("Niveau", level));
        }
        if (!result.registers().isEmpty()) {
            facts.add(new Frame.Line("Registres lus", String.join(", ", result.registers())));
        }
        return facts;
    }

    private static List<BinderIndex.Found> findings(SpecificationResult result) {
        Map<String, List<Finding>> byCheck = new LinkedHashMap<>();
        result.findings()
                .forEach(f -> byCheck.computeIfAbsent(f.level() + " " + f.check(), key -> new ArrayList<>())
                        .add(f));
        List<BinderIndex.Found> found = new ArrayList<>();
        for (List<Finding> all : byCheck.values()) {
            List<Finding> listed =
                    all.stream().filter(f -> !f.object().equals(CheckRun.REST)).toList();
            List<Finding> shown = listed.subList(0, Math.min(MOST, listed.size()));
            for (int i = 0; i < shown.size(); i++) {
                Finding finding = shown.get(i);
                boolean last = i == shown.size() - 1
                        || !finding.advice().equals(shown.get(i + 1).advice());
                found.add(found(finding, last));
            }
            if (shown.size() < listed.size()) {
                found.add(new BinderIndex.Found(
                        States.of(all.get(0).level(), all.get(0).gravity()),
                        "Et " + French.count(listed.size() - shown.size(), "autre")
                                + ", dans les rapports CSV et JSON du même contrôle.",
                        "",
                        ""));
            }
            all.stream().filter(f -> f.object().equals(CheckRun.REST)).forEach(f -> found.add(found(f, false)));
        }
        return found;
    }

    private static BinderIndex.Found found(Finding finding, boolean advised) {
        List<String> place = new ArrayList<>();
        if (finding.source() != null) {
            place.add(Words.place(finding.source()));
        }
        if (finding.measure() != null) {
            place.add("mesure : " + finding.measure());
        }
        if (finding.threshold() != null) {
            place.add("seuil : " + finding.threshold());
        }
        return new BinderIndex.Found(
                States.of(finding.level(), finding.gravity()),
                finding.message(),
                String.join(" ; ", place),
                advised ? finding.advice() : "");
    }

    private BinderIndex.Proof proof(Binder.Filed filed, boolean listed) {
        Evidence evidence = filed.evidence();
        List<String> dates = new ArrayList<>();
        if (evidence.version() != null) {
            dates.add("version " + evidence.version());
        }
        if (evidence.validatedOn() != null) {
            dates.add("validée le " + French.date(evidence.validatedOn()));
        }
        if (evidence.reviewedOn() != null) {
            dates.add("revue le " + French.date(evidence.reviewedOn()));
        }
        if (evidence.expiresOn() != null) {
            dates.add("vaut jusqu'au " + French.date(evidence.expiresOn()));
        }
        Binder.Attachment attachment = filed.attachment();
        return new BinderIndex.Proof(
                evidence.ref(),
                evaluation.referential().documents().getOrDefault(evidence.nature(), "document"),
                String.join(", ", dates),
                evidence.defects().stream().map(Evidence.Defect::text).collect(Collectors.joining(", ")),
                attachment == null ? null : file(attachment.target()),
                instead(filed),
                listed ? serving.getOrDefault(evidence, List.of()) : List.of());
    }

    private static String instead(Binder.Filed filed) {
        if (filed.attachment() != null) {
            return "";
        }
        return filed.withheld() == null
                ? "non joint, à présenter sur place"
                : filed.withheld() + " : non joint, à consulter sur place";
    }

    private static BinderIndex.Link file(String target) {
        return new BinderIndex.Link(Hrefs.of(target), target.substring(target.lastIndexOf('/') + 1));
    }

    private List<Frame.Line> decisions() {
        List<Frame.Line> decisions = new ArrayList<>();
        for (Evaluation.JudgementFate fate : evaluation.judgements()) {
            decisions.add(new Frame.Line(
                    DecisionWords.judgement(fate.judgement()),
                    fate(fate.applied() ? "retenu" : "ne compte pas", fate.note())));
        }
        for (Evaluation.NonApplicabilityFate fate : evaluation.nonApplicabilities()) {
            decisions.add(new Frame.Line(
                    DecisionWords.nonApplicability(fate.declared()),
                    fate(fate.applied() ? "retenue" : "ne compte pas", fate.note())));
        }
        return decisions;
    }

    private static String fate(String verdict, @Nullable String note) {
        return note == null || note.isBlank() ? verdict : verdict + " : " + note;
    }

    private BinderIndex.Read read(FileRead file) {
        String copy = copies.get(file.file());
        return new BinderIndex.Read(
                file.file(),
                HeaderWords.how(file),
                file.sha256() == null ? "" : file.sha256(),
                copy == null ? null : file(copy));
    }
}
