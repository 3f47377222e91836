package fr.cedre.report.exchange;

import fr.cedre.check.Finding;
import fr.cedre.check.Gravity;
import fr.cedre.check.Level;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.evaluation.Status;
import fr.cedre.group.GroupResult;
import fr.cedre.problem.Problem;
import fr.cedre.referential.Chapter;
import fr.cedre.referential.Referential;
import fr.cedre.report.ClosingWords;
import fr.cedre.report.French;
import fr.cedre.report.GroupRenderer;
import fr.cedre.report.HeaderWords;
import fr.cedre.report.RenderOptions;
import fr.cedre.report.Renderer;
import fr.cedre.report.ResultWords;
import fr.cedre.report.TextFindings;
import fr.cedre.report.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JUnit XML: a suite per chapter, a case per specification and type. A gap is a failure whose type is its gravity; what is without object or to be examined
 * is skipped, since nothing was proven either way; a folder that could not be read whole is an error, in a case of its own. Valid under the schemas of
 * Jenkins; the reason of a skipped case is its text, which every generation of them allows. No time: the same folder gives the same bytes.
 */
public final class JUnitReport implements Renderer, GroupRenderer {

    private static final String READING = "lecture du dossier";

    private final String version;

    /** A report signed by a version of cedre. */
    public JUnitReport(String version) {
        this.version = version;
    }

    @Override
    public void render(Evaluation evaluation, RenderOptions options, Appendable out) throws IOException {
        write(evaluation.structure().name(), suites(evaluation, ""), out);
    }

    @Override
    public void render(GroupResult result, RenderOptions options, Appendable out) throws IOException {
        List<Suite> suites = new ArrayList<>();
        for (GroupResult.Member member : result.members()) {
            Evaluation evaluation = member.evaluation();
            if (evaluation != null) {
                suites.addAll(suites(evaluation, member.folder()));
            } else {
                suites.add(unread(member, result));
            }
        }
        write(result.group().name(), suites, out);
    }

    /** How a case ends. */
    private enum Ending {
        PASSED,
        FAILED,
        SKIPPED,
        ERROR
    }

    /**
     * A case.
     *
     * @param name name
     * @param ending how it ends
     * @param type type of a failure or an error
     * @param message message of a failure or an error
     * @param text lines of the failure, the error or the skip
     * @param said lines said whatever the ending
     */
    private record Case(
            String name, Ending ending, String type, String message, List<String> text, List<String> said) {}

    private record Suite(String name, String classname, Map<String, String> properties, List<Case> cases) {
        String count(Ending ending) {
            return Long.toString(
                    cases.stream().filter(c -> c.ending() == ending).count());
        }
    }

    private List<Suite> suites(Evaluation evaluation, String folder) {
        Map<String, String> properties = properties(evaluation, folder);
        String prefix = folder.isEmpty() ? "" : folder + " : ";
        String home = (folder.isEmpty() ? "" : plain(folder) + ".")
                + plain(evaluation.referential().id());
        Map<String, Suite> suites = new LinkedHashMap<>();
        suites.put("", new Suite(prefix + READING, home + ".lecture", properties, List.of(reading(evaluation))));
        Map<String, Chapter> chapters = new LinkedHashMap<>();
        evaluation.referential().chapters().forEach(c -> c.specifications().forEach(s -> chapters.put(s.id(), c)));
        for (SpecificationResult result : Words.results(evaluation)) {
            Chapter chapter = chapters.get(result.specification().id());
            String title = chapter == null ? "champ du référentiel" : chapter.id() + " " + chapter.title();
            String classname = home + (chapter == null ? ".champ" : ".chapitre-" + plain(chapter.id()));
            suites.computeIfAbsent(classname, k -> new Suite(prefix + title, classname, properties, new ArrayList<>()))
                    .cases()
                    .add(test(result));
        }
        return List.copyOf(suites.values());
    }

    /** Readers split class names at dots. */
    private static String plain(String name) {
        return name.replace('.', '-').replace('/', '-');
    }

    private Map<String, String> properties(Evaluation evaluation, String folder) {
        Map<String, String> properties = new LinkedHashMap<>();
        Referential referential = evaluation.referential();
        properties.put("outil", "cedre " + version);
        properties.put("portee", ClosingWords.purpose(evaluation));
        properties.put("referentiel", referential.id());
        properties.put("titre", referential.title());
        properties.put("provenance", referential.provenance().code());
        properties.put("notice", referential.notice());
        if (!folder.isEmpty()) {
            properties.put("dossier", folder);
        }
        properties.put("structure", evaluation.structure().name());
        properties.put("types", HeaderWords.types(evaluation.types()));
        properties.put("date", evaluation.period().end().toString());
        properties.put(
                "periode",
                evaluation.period().start() + " " + evaluation.period().end());
        properties.put("restreint", evaluation.restricted() ? "oui" : "non");
        properties.values().removeIf(String::isBlank);
        return properties;
    }

    private static Case test(SpecificationResult result) {
        String name = Words.title(result);
        List<Finding> findings = result.findings();
        List<@Nullable Gravity> gravities = ResultWords.gravities(result);
        List<String> gaps = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            boolean gap = finding.level() == Level.ECART && result.status() == Status.ECART;
            (gap ? gaps : said).addAll(lines(finding, ResultWords.kind(finding, gravities.get(i))));
        }
        if (!result.evidence().isEmpty()) {
            said.add("preuves : " + String.join(", ", result.evidence()));
        }
        if (!result.registers().isEmpty()) {
            said.add("registres : " + String.join(", ", result.registers()));
        }
        return switch (result.status()) {
            case CONFORME -> new Case(name, Ending.PASSED, "", "", List.of(), said);
            case SANS_OBJET, A_EXAMINER ->
                new Case(name, Ending.SKIPPED, "", "", List.of(status(result) + ResultWords.reason(result)), said);
            case ECART -> {
                List<Finding> all = result.findings(Level.ECART);
                String first =
                        all.isEmpty() ? ResultWords.reason(result) : all.get(0).message();
                String more = all.size() < 2
                        ? ""
                        : " (et " + French.count(all.size() - 1, "autre écart", "autres écarts") + ")";
                yield new Case(
                        name,
                        Ending.FAILED,
                        ResultWords.gap(result.gravity()),
                        first + more,
                        gaps.isEmpty() ? List.of(first) : gaps,
                        said);
            }
        };
    }

    private static String status(SpecificationResult result) {
        return ResultWords.status(result.status()) + (ResultWords.reason(result).isBlank() ? "" : " : ");
    }

    private static List<String> lines(Finding finding, String kind) {
        List<String> lines = new ArrayList<>();
        lines.add(kind + " : " + finding.message());
        String trace = TextFindings.trace(finding);
        if (!trace.isEmpty()) {
            lines.add("  " + trace);
        }
        if (!finding.advice().isBlank()) {
            lines.add("  conseil : " + finding.advice());
        }
        return lines;
    }

    private static Case reading(Evaluation evaluation) {
        List<String> unusable = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (Problem problem : evaluation.problems()) {
            (problem.unusable() ? unusable : said).add(line(problem));
        }
        ResultWords.decisions(evaluation).forEach(d -> said.add("décision humaine : " + d));
        return unusable.isEmpty()
                ? new Case(READING, Ending.PASSED, "", "", List.of(), said)
                : new Case(
                        READING,
                        Ending.ERROR,
                        "lecture",
                        French.count(unusable.size(), "fichier inutilisable", "fichiers inutilisables"),
                        unusable,
                        said);
    }

    private static String line(Problem problem) {
        return problem.severity().code() + " : " + Words.place(problem.location()) + " : " + problem.message();
    }

    private Suite unread(GroupResult.Member member, GroupResult result) {
        List<String> problems =
                member.problems().stream().map(JUnitReport::line).toList();
        String error = member.error();
        Case only = error == null
                ? new Case(READING, Ending.SKIPPED, "", "", List.of("non concerné par les types demandés"), List.of())
                : new Case(
                        READING,
                        Ending.ERROR,
                        "lecture",
                        error,
                        problems.isEmpty() ? List.of(error) : problems,
                        List.of());
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("outil", "cedre " + version);
        properties.put("dossier", member.folder());
        properties.put("date", result.period().end().toString());
        return new Suite(
                member.folder() + " : " + READING, plain(member.folder()) + ".lecture", properties, List.of(only));
    }

    private static void write(String name, List<Suite> suites, Appendable out) throws IOException {
        XmlWriter xml = new XmlWriter(out);
        xml.start(
                "testsuites",
                "name",
                name,
                "tests",
                Integer.toString(suites.stream().mapToInt(s -> s.cases().size()).sum()),
                "failures",
                total(suites, Ending.FAILED),
                "errors",
                total(suites, Ending.ERROR));
        for (Suite suite : suites) {
            suite(suite, xml);
        }
        xml.end();
        xml.close();
    }

    private static String total(List<Suite> suites, Ending ending) {
        return Long.toString(suites.stream()
                .flatMap(s -> s.cases().stream())
                .filter(c -> c.ending() == ending)
                .count());
    }

    private static void suite(Suite suite, XmlWriter xml) throws IOException {
        xml.start(
                "testsuite",
                "name",
                suite.name(),
                "tests",
                Integer.toString(suite.cases().size()),
                "failures",
                suite.count(Ending.FAILED),
                "errors",
                suite.count(Ending.ERROR),
                "skipped",
                suite.count(Ending.SKIPPED));
        xml.start("properties");
        for (Map.Entry<String, String> property : suite.properties().entrySet()) {
            xml.empty("property", "name", property.getKey(), "value", property.getValue());
        }
        xml.end();
        for (Case one : suite.cases()) {
            test(one, suite.classname(), xml);
        }
        xml.end();
    }

    private static void test(Case one, String classname, XmlWriter xml) throws IOException {
        if (one.ending() == Ending.PASSED && one.said().isEmpty()) {
            xml.empty("testcase", "name", one.name(), "classname", classname);
            return;
        }
        xml.start("testcase", "name", one.name(), "classname", classname);
        switch (one.ending()) {
            case PASSED -> {
                // nothing more to say
            }
            case FAILED -> xml.text("failure", one.text(), "type", one.type(), "message", one.message());
            case SKIPPED -> xml.text("skipped", one.text());
            case ERROR -> xml.text("error", one.text(), "type", one.type(), "message", one.message());
        }
        if (!one.said().isEmpty()) {
            xml.text("system-out", one.said());
        }
        xml.end();
    }
}
