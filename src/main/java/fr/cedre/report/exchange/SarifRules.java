package fr.cedre.report.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import fr.cedre.check.Check;
import fr.cedre.check.Finding;
import fr.cedre.check.Gravity;
import fr.cedre.check.Level;
import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.StructureType;
import fr.cedre.plan.Fingerprint;
import fr.cedre.referential.Reading;
import fr.cedre.referential.Specification;
import fr.cedre.referential.Variant;
import fr.cedre.report.CheckWords;
import fr.cedre.report.MarkdownWriter;
import fr.cedre.report.ReferentialWords;
import fr.cedre.report.Sanitiser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of a run, those that found something: one per specification and check, with what one needs to understand and mend. */
final class SarifRules {

    /** What stands for a check when a specification is to be examined by a person. */
    static final String OPEN = "a-examiner";

    /** What stands for a check when a gap has no finding. */
    static final String GAP = "ecart";

    private static final Dictionary NO_TITLES = new Dictionary(Map.of());
    private static final int FINGERPRINT = 8;

    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Map<String, Integer> indexes = new HashMap<>();

    private record Rule(Specification specification, String check, Level level) {}

    /** A named paragraph of the help. */
    private record Paragraph(String name, String text) {}

    /** {@code 6.1.G-DP/part-contractualisee}. */
    static String id(Specification specification, Finding finding) {
        return Sanitiser.line(specification.id() + "/" + finding.check());
    }

    void add(Specification specification, Finding finding) {
        String id = id(specification, finding);
        if (rules.putIfAbsent(id, new Rule(specification, finding.check(), finding.level())) == null) {
            indexes.put(id, indexes.size());
        }
    }

    int index(Specification specification, Finding finding) {
        return indexes.getOrDefault(id(specification, finding), -1);
    }

    /** Whether it is a failure, something to look at, or a mere remark (§ 3.27.9). */
    static String kind(Level level) {
        return switch (level) {
            case ECART, POINT_SENSIBLE -> "fail";
            case A_EXAMINER -> "review";
            case PISTE_DE_PROGRES, POINT_FORT -> "informational";
        };
    }

    /** How serious a failure is; {@code none} for what is none (§ 3.27.10). */
    static String level(Level level, @Nullable Gravity gravity) {
        return switch (level) {
            case ECART -> gravity == Gravity.MAJEURE ? "error" : "warning";
            case POINT_SENSIBLE -> "note";
            case A_EXAMINER, PISTE_DE_PROGRES, POINT_FORT -> "none";
        };
    }

    /** A short digest, the same wherever the line moves. */
    static String fingerprint(String identity) {
        return Fingerprint.of(identity, FINGERPRINT);
    }

    /** A relative reference (RFC 3986) to a path with slashes. */
    static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (b >= 'a' && b <= 'z')
                    || (b >= 'A' && b <= 'Z')
                    || (b >= '0' && b <= '9')
                    || "-._~/".indexOf(b) >= 0;
            if (plain) {
                uri.append((char) b);
            } else {
                uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return uri.toString();
    }

    void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("rules");
        for (Map.Entry<String, Rule> entry : rules.entrySet()) {
            rule(json, entry.getKey(), entry.getValue());
        }
        json.writeEndArray();
    }

    private static void rule(JsonGenerator json, String id, Rule rule) throws IOException {
        Specification specification = rule.specification();
        json.writeStartObject();
        json.writeStringField("id", id);
        SarifReport.text(
                json,
                "shortDescription",
                specification.id() + " " + specification.title() + " (" + rule.check() + ").");
        SarifReport.text(json, "fullDescription", requirement(specification));
        List<Paragraph> help = help(rule);
        json.writeObjectFieldStart("help");
        json.writeStringField(
                "text",
                help.stream()
                        .map(p -> SarifReport.plain(p.name() + " : " + p.text()))
                        .collect(Collectors.joining("\n\n")));
        json.writeStringField(
                "markdown",
                help.stream()
                        .map(p -> "**" + MarkdownWriter.escaped(p.name()) + "** : "
                                + MarkdownWriter.escaped(SarifReport.braces(p.text())))
                        .collect(Collectors.joining("\n\n")));
        json.writeEndObject();
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeStringField("level", level(rule.level(), gravity(rule)));
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeStringField("provenance", specification.source().provenance().code());
        json.writeArrayFieldStart("tags");
        json.writeString(Sanitiser.line(specification.source().referential()));
        json.writeString(Sanitiser.line(specification.id()));
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static Gravity gravity(Rule rule) {
        return check(rule)
                .map(c -> c.head().gravity())
                .filter(g -> g != null)
                .findFirst()
                .orElse(rule.specification().gravity());
    }

    /** The check that bears this id; none for what may be said of any specification. */
    private static Stream<Check> check(Rule rule) {
        Specification specification = rule.specification();
        return Stream.concat(
                        specification.variants().stream().flatMap(v -> v.checks().stream()),
                        specification.checks().stream())
                .filter(c -> c.ids().contains(rule.check()));
    }

    private static String requirement(Specification specification) {
        List<String> wordings = new ArrayList<>();
        for (Variant variant : specification.variants()) {
            String types =
                    variant.types().stream().map(StructureType::code).sorted().collect(Collectors.joining(", "));
            wordings.add(
                    specification.variants().size() == 1
                            ? variant.requirement()
                            : types + " : " + variant.requirement());
        }
        return String.join(" ", wordings);
    }

    private static List<Paragraph> help(Rule rule) {
        Specification specification = rule.specification();
        List<Paragraph> help = new ArrayList<>();
        help.add(new Paragraph("Exigence", requirement(specification)));
        for (Reading reading : specification.readings()) {
            help.add(new Paragraph("Lecture retenue (" + reading.code() + ")", reading.adopted()));
        }
        check(rule)
                .filter(c -> c.head().id().equals(rule.check()))
                .findFirst()
                .ifPresent(c -> help.add(new Paragraph("Ce qui est relevé", CheckWords.message(c, NO_TITLES))));
        String advice = check(rule)
                .map(c -> c.head().advice())
                .filter(a -> a != null)
                .findFirst()
                .orElse(specification.advice());
        if (!advice.isBlank()) {
            help.add(new Paragraph("Conseil", advice));
        }
        help.add(new Paragraph(
                "Référence",
                specification.reference() + " (" + specification.source().referential() + ", "
                        + ReferentialWords.provenance(specification.source().provenance()) + ")"));
        return help;
    }
}
