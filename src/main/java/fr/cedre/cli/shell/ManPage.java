package fr.cedre.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Manual pages of section 1, in the roff of {@code man(7)}: they say what {@code --help} says, laid out as manuals are. */
public final class ManPage {

    private static final String EXAMPLES = "Exemples :";
    private static final String CODES = "Codes de sortie : ";

    private final CommandSpec root;
    private final String version;
    private final StringBuilder text = new StringBuilder();

    private ManPage(CommandSpec root, String version) {
        this.root = root;
        this.version = version;
    }

    /** Every page by file name: {@code cedre.1}, {@code cedre-check.1}… */
    public static Map<String, String> all(CommandSpec root, String version) {
        Map<String, String> pages = new TreeMap<>();
        pages.put(root.name() + ".1", new ManPage(root, version).page(root, root.name()));
        root.subcommands().forEach((name, line) -> {
            String title = root.name() + "-" + name;
            pages.put(title + ".1", new ManPage(root, version).page(line.getCommandSpec(), title));
        });
        return pages;
    }

    private String page(CommandSpec spec, String title) {
        String[] description = spec.usageMessage().description();
        // No hyphenation: it would follow English rules. Sections restore it from the register HY.
        text.append(".TH ").append(roff(title.toUpperCase(Locale.ROOT))).append(" 1 \"\" \"cedre ");
        text.append(version).append("\" \"Manuel de cedre\"\n.nr HY 0\n.nh\n.ad l\n");
        section("NOM");
        line(roff(title) + " \\- " + roff(Grammar.summary(description)));
        section("SYNOPSIS");
        synopsis(spec);
        section("DESCRIPTION");
        paragraphs(List.of(description));
        for (PositionalParamSpec position : spec.positionalParameters()) {
            entry(italic(position.paramLabel()), position);
        }
        if (spec == root) {
            commands();
        }
        section("OPTIONS");
        spec.options().forEach(option -> entry(names(option), option));
        footer(spec);
        if (spec == root) {
            surroundings();
        }
        section("VOIR AUSSI");
        line(others(title));
        return text.toString();
    }

    private void synopsis(CommandSpec spec) {
        StringBuilder synopsis = new StringBuilder("\\fBcedre");
        synopsis.append(spec == root ? "" : " " + roff(spec.name()))
                .append("\\fR [")
                .append(italic("OPTIONS"))
                .append(']');
        for (PositionalParamSpec position : spec.positionalParameters()) {
            String label = italic(position.paramLabel()) + (position.isMultiValue() ? "…" : "");
            synopsis.append(' ').append(position.required() ? label : "[" + label + "]");
        }
        line(synopsis + (spec == root ? " " + italic("COMMANDE") : ""));
    }

    private void commands() {
        section("COMMANDES");
        root.subcommands().forEach((name, line) -> {
            text.append(".TP\n");
            line("\\fB" + roff(root.name() + "-" + name) + "\\fR(1)");
            line(roff(Grammar.summary(line.getCommandSpec().usageMessage().description()) + "."));
        });
    }

    private void entry(String tag, ArgSpec arg) {
        text.append(".TP\n");
        line(tag);
        line(roff(String.join(" ", arg.description())));
    }

    private static String names(OptionSpec option) {
        List<String> names = new ArrayList<>();
        for (String name : option.names()) {
            String value = option.arity().max() == 0
                    ? ""
                    : (name.startsWith("--") ? "=" : " ")
                            + italic(option.paramLabel())
                            + (option.isMultiValue() ? "[,…]" : "");
            names.add("\\fB" + roff(name) + "\\fR" + value);
        }
        return String.join(", ", names);
    }

    private void footer(CommandSpec spec) {
        boolean examples = false;
        List<String> notes = new ArrayList<>();
        for (String one : spec.usageMessage().footer()) {
            if (one.equals(EXAMPLES)) {
                section("EXEMPLES");
                text.append(".EX\n");
                examples = true;
            } else if (examples && one.startsWith("  ")) {
                line(roff(one).replace("'", "\\(aq"));
            } else {
                if (examples) {
                    text.append(".EE\n");
                    examples = false;
                }
                if (one.startsWith(CODES)) {
                    codes(one.substring(CODES.length()));
                } else if (!one.isBlank()) {
                    notes.add(one);
                }
            }
        }
        if (examples) {
            text.append(".EE\n");
        }
        if (!notes.isEmpty()) {
            section("NOTES");
            paragraphs(notes);
        }
    }

    private void codes(String codes) {
        section("CODES DE SORTIE");
        if (!Character.isDigit(codes.charAt(0))) {
            line(roff(codes));
            return;
        }
        for (String code : codes.split(", (?=\\d )", -1)) {
            text.append(".TP\n");
            line("\\fB" + code.charAt(0) + "\\fR");
            line(roff(Grammar.summary(code.substring(1).strip())));
        }
    }

    private void surroundings() {
        section("ENVIRONNEMENT");
        variable("NO_COLOR", "S'il n'est pas vide, le texte est sans couleur, sauf avec --couleur toujours.");
        variable("JAVA_HOME", "Java à employer, 17 ou plus récent ; sans lui, celui du PATH.");
        variable("CEDRE_JAVA_OPTS", "Options de plus pour Java, par exemple -Xmx2g pour de très gros dossiers.");
    }

    private void variable(String name, String says) {
        text.append(".TP\n");
        line("\\fB" + name + "\\fR");
        line(roff(says));
    }

    private String others(String title) {
        List<String> others = new ArrayList<>();
        if (!title.equals(root.name())) {
            others.add("\\fB" + roff(root.name()) + "\\fR(1)");
        }
        for (String name : root.subcommands().keySet()) {
            String other = root.name() + "-" + name;
            if (!other.equals(title)) {
                others.add("\\fB" + roff(other) + "\\fR(1)");
            }
        }
        return String.join(", ", others);
    }

    private void paragraphs(List<String> paragraphs) {
        for (int i = 0; i < paragraphs.size(); i++) {
            text.append(i == 0 ? "" : ".PP\n");
            line(roff(paragraphs.get(i)));
        }
    }

    private void section(String title) {
        text.append(".SH ")
                .append(title.contains(" ") ? "\"" + title + "\"" : title)
                .append('\n');
    }

    private void line(String roff) {
        text.append(roff).append('\n');
    }

    private static String italic(String label) {
        return "\\fI" + roff(label) + "\\fR";
    }

    /** Text that no formatter reads anything into: a hyphen stays one that can be searched for and copied, a first dot is no request. */
    static String roff(String text) {
        String line = text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("^", "\\(ha")
                .replace("~", "\\(ti")
                .replace("`", "\\(ga")
                .replace("\"", "\\(dq");
        return line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line;
    }
}
