package fr.cedre;

import fr.cedre.deadline.Deadline;
import fr.cedre.deadline.DeadlineRules;
import fr.cedre.deadline.Deadlines;
import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.Period;
import fr.cedre.evaluation.AskedPart;
import fr.cedre.evaluation.Control;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.referential.Library;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An evidence folder written for a test, and what ends in it. */
final class DeadlineFolder {

    private static final Dictionary DICTIONARY = Library.open(null, null).dictionary();
    private static final AskedPart WHOLE = new AskedPart(List.of(), List.of(), List.of());

    private final Path root;
    private @Nullable String referential;
    private @Nullable Path own;

    DeadlineFolder(Path root) {
        this.root = root;
    }

    static DeadlineFolder of(Path root, String structure) throws IOException {
        DeadlineFolder folder = new DeadlineFolder(root);
        return folder.with("structure.yaml", structure);
    }

    DeadlineFolder with(String file, String text) throws IOException {
        Folders.write(root.resolve(file), text);
        return this;
    }

    DeadlineFolder register(String name, String... lines) throws IOException {
        return with("registres/" + name + ".csv", String.join("\n", lines) + "\n");
    }

    DeadlineFolder against(String name) {
        referential = name;
        return this;
    }

    /** With a folder for {@code --referentiels}. */
    DeadlineFolder library(Path folder) {
        own = folder;
        return this;
    }

    Evaluation evaluation(String date, @Nullable String horizon) {
        return evaluation(Period.yearBefore(LocalDate.parse(date)), horizon);
    }

    Evaluation evaluation(Period period, @Nullable String horizon) {
        Library library = Library.open(null, own);
        Control control = new Control(library, DICTIONARY, period);
        return control.check(
                control.open(root),
                referential,
                WHOLE,
                fr.cedre.evaluation.Extras.NONE,
                horizon == null ? null : LocalDate.parse(horizon));
    }

    List<Deadline> deadlines(String date, String until) {
        Library library = Library.open(null, own);
        LocalDate last = LocalDate.parse(until);
        Control control = new Control(library, DICTIONARY, Period.yearBefore(LocalDate.parse(date)));
        Control.Opened opened = control.open(root);
        Evaluation evaluation = control.check(opened, referential, WHOLE, fr.cedre.evaluation.Extras.NONE, last);
        return Deadlines.of(evaluation, opened.dossier(), DeadlineRules.read(library, DICTIONARY), last);
    }

    /** {@code date kind object}, those of one kind, or of all kinds for null. */
    List<String> told(String date, String until, @Nullable String kind) {
        return deadlines(date, until).stream()
                .filter(d -> kind == null || d.kind().equals(kind))
                .map(d -> d.on() + " " + d.kind() + " " + d.object())
                .toList();
    }
}
