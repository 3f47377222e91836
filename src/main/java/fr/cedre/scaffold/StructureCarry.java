package fr.cedre.scaffold;

import fr.cedre.dossier.FrenchDates;
import fr.cedre.dossier.Period;
import fr.cedre.dossier.Structure;
import fr.cedre.problem.CedreException;
import fr.cedre.problem.Problems;
import fr.cedre.yaml.YamlNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Last year's {@code structure.yaml}, as the user wrote it: what has ended is put behind a {@code #} with the reason above it, and the rest is left
 * as it is, comments included.
 */
final class StructureCarry {

    private final Structure old;
    private final Request request;
    private final LocalDate day;
    private final Period period;
    private final List<String> lines;
    private final List<String> changes = new ArrayList<>();
    private final TreeMap<Integer, String> above = new TreeMap<>();
    private final Set<Integer> ended = new TreeSet<>();
    private final Set<Integer> replaced = new TreeSet<>();

    StructureCarry(Predecessor older, Request request) {
        this.old = older.structure();
        this.request = request;
        this.day = request.day();
        this.period = Scaffolder.period(request);
        this.lines = new ArrayList<>(List.of(plain(older.text()).split("\n", -1)));
    }

    /** What was changed, or is to be looked at again. */
    List<String> changes() {
        return changes;
    }

    String text() {
        items(
                "non_applicables",
                old.nonApplicables(),
                n -> n.until() != null
                                && !n.until().equals(LocalDate.MIN)
                                && n.until().isBefore(day)
                        ? new Ended(
                                n.line(), "non-applicabilité de " + n.specification() + ", échue le " + day(n.until()))
                        : null);
        // What ended within the controlled year still counts in its months.
        items(
                "financement",
                old.funding(),
                f -> f.end().isBefore(period.start())
                        ? new Ended(f.line(), "période de financement terminée le " + day(f.end()))
                        : null);
        LocalDate audit = old.plannedAudit();
        Integer line = old.lineOf("audit_prevu_le");
        if (audit != null && line != null && audit.isBefore(day)) {
            end(line, line, "audit prévu le " + day(audit) + ", passé");
        }
        Structure.EngagementTarget target = old.engagementTarget();
        if (target != null && target.setOn() != null && target.setOn().isBefore(period.start())) {
            changes.add("structure.yaml : l'objectif d'engagements a été fixé le " + day(target.setOn())
                    + " ; il est gardé, à fixer à nouveau.");
        }
        types();
        referential();
        name();
        return verified();
    }

    private record Ended(int line, String why) {}

    /** Puts the ended items of a list behind a comment, when each stands on lines of its own. */
    private <T> void items(String key, List<T> all, Function<T, @Nullable Ended> test) {
        List<Ended> over = new ArrayList<>();
        for (T one : all) {
            Ended ends = test.apply(one);
            if (ends != null) {
                over.add(ends);
            }
        }
        if (over.isEmpty()) {
            return;
        }
        Integer keyLine = old.lineOf(key);
        List<Integer> starts = starts(key);
        if (keyLine == null || starts.isEmpty() || !over.stream().allMatch(o -> starts.contains(o.line()))) {
            over.forEach(o -> changes.add("structure.yaml, ligne " + o.line() + " : " + o.why()
                    + " ; cette ligne est gardée telle quelle, à corriger à la main."));
            return;
        }
        int last = lastLine(keyLine);
        for (Ended one : over) {
            Integer next =
                    starts.stream().filter(s -> s > one.line()).findFirst().orElse(null);
            end(one.line(), next == null ? last : next - 1, one.why());
        }
        if (over.size() == starts.size()) {
            ended.add(keyLine);
        }
    }

    /** First lines of the items of a list, or nothing when two share a line or one does not begin with a dash. */
    private List<Integer> starts(String key) {
        List<Integer> starts = new ArrayList<>();
        if (old.root().get(key) instanceof YamlNode.Sequence sequence) {
            for (YamlNode item : sequence.items()) {
                boolean own = !starts.contains(item.line())
                        && lines.get(item.line() - 1).stripLeading().startsWith("-");
                if (!own) {
                    return List.of();
                }
                starts.add(item.line());
            }
        }
        return starts;
    }

    /** Last line of what a top-level key holds, empty lines and comments after it aside. */
    private int lastLine(int keyLine) {
        int end = old.root().entries().values().stream()
                .mapToInt(YamlNode.Entry::keyLine)
                .filter(l -> l > keyLine)
                .min()
                .orElse(lines.size() + 1);
        int last = end - 1;
        while (last > keyLine
                && (lines.get(last - 1).isBlank()
                        || lines.get(last - 1).stripLeading().startsWith("#"))) {
            last--;
        }
        return last;
    }

    private void end(int from, int to, String why) {
        above.put(from, why);
        for (int i = from; i <= to; i++) {
            String line = lines.get(i - 1).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                ended.add(i); // what is said between two items is left to the next one
            }
        }
        changes.add("structure.yaml, ligne " + from + " : " + why + " ; mis en commentaire.");
    }

    private void types() {
        if (Set.copyOf(old.types()).equals(Set.copyOf(request.types()))) {
            return;
        }
        replace("types", "[" + StructureDraft.types(request.types()) + "]");
        changes.add("structure.yaml : types " + StructureDraft.types(old.types()) + " remplacés par "
                + StructureDraft.types(request.types()) + ".");
    }

    private void referential() {
        String id = request.referential().id();
        String before = old.referential();
        if (request.byPath()
                || id.equals(before)
                || request.referential().aliases().contains(before)) {
            return;
        }
        if (before == null) {
            if (!id.equals("cedre-v2")) {
                lines.add("referentiel: " + id);
                changes.add("structure.yaml : « referentiel: " + id + " » ajouté.");
            }
            return;
        }
        replace("referentiel", id);
        changes.add("structure.yaml : référentiel " + before + " remplacé par " + id
                + " ; les spécifications citées par vos preuves et vos jugements gardent leurs anciens identifiants (« cedre diff "
                + before + " " + id + " » dit ce qu'elles deviennent).");
    }

    private void name() {
        String name = request.name();
        if (name != null && !name.equals(old.name())) {
            replace("nom", StructureDraft.quoted(name));
            changes.add("structure.yaml : nom remplacé par celui de --nom.");
        }
    }

    /** Writes another value after a key, when both stand on one line. */
    private void replace(String key, String value) {
        Integer line = old.lineOf(key);
        YamlNode node = old.root().get(key);
        if (line == null
                || node == null
                || lastLine(line) != line
                || (node instanceof YamlNode.Scalar && node.line() != line)) {
            throw new CedreException(
                    "La clé « " + key + " » de l'ancien structure.yaml tient sur plusieurs lignes : cedre n'ose"
                            + " pas la réécrire. Relancez sans l'option qui la change, puis corrigez-la à la main. Rien n'a été écrit.");
        }
        String before = lines.get(line - 1);
        lines.set(line - 1, key + ": " + value + (before.endsWith("\r") ? "\r" : ""));
        replaced.add(line);
    }

    /** Removes what makes a text read otherwise than it is written. */
    private String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int removed = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean hidden = c != '\u00AD' && Character.getType(c) == Character.FORMAT;
            removed += hidden ? 1 : 0;
            if (!hidden) {
                plain.append(c);
            }
        }
        if (removed > 0) {
            changes.add("structure.yaml : des marques invisibles, qui changent le sens de lecture, ont été retirées.");
        }
        return plain.toString();
    }

    /** The edited text, if it reads as expected; else the text as it was, with what to correct by hand. */
    private String verified() {
        List<String> edited = new ArrayList<>();
        for (int i = 1; i <= lines.size(); i++) {
            String line = lines.get(i - 1);
            String why = above.get(i);
            int indent = line.length() - line.stripLeading().length();
            String end = line.endsWith("\r") ? "\r" : "";
            if (why != null) {
                edited.add(line.substring(0, indent) + "# Repris le " + day(day) + " : " + why + "." + end);
            }
            edited.add(ended.contains(i) ? line.substring(0, indent) + "# " + line.substring(indent) : line);
        }
        String text = String.join("\n", edited);
        Problems problems = new Problems();
        Structure now = Structure.read(text, problems).orElse(null);
        boolean sound = now != null
                && now.types().equals(request.types())
                && now.funding().size() == old.funding().size() - count("période de financement")
                && now.nonApplicables().size() == old.nonApplicables().size() - count("non-applicabilité")
                && now.rhythms().equals(old.rhythms())
                && now.columns().equals(old.columns())
                && !problems.anyUnusable();
        if (!sound) {
            throw new CedreException(
                    "L'ancien structure.yaml est écrit d'une façon que cedre n'ose pas retoucher. Rien n'a été"
                            + " écrit : copiez ce fichier dans le nouveau dossier, corrigez-y ce qui est échu, puis relancez.");
        }
        return text;
    }

    private long count(String what) {
        return above.values().stream().filter(w -> w.startsWith(what)).count();
    }

    private static String day(LocalDate date) {
        return FrenchDates.day(date);
    }
}
