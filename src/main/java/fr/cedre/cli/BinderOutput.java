package fr.cedre.cli;

import fr.cedre.binder.BinderWriter;
import fr.cedre.binder.Filing;
import fr.cedre.binder.GroupBinder;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.Extras;
import fr.cedre.group.GroupResult;
import fr.cedre.problem.CedreException;
import fr.cedre.report.French;
import fr.cedre.report.Sanitiser;
import fr.cedre.report.html.BinderHtml;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code --classeur}: the binder of a control, beside its reports; nothing when it is not asked for. */
final class BinderOutput {

    private final @Nullable BinderWriter writer;
    private final String asked;
    private final boolean quiet;
    private final Command.Context context;

    private BinderOutput(@Nullable BinderWriter writer, String asked, boolean quiet, Command.Context context) {
        this.writer = writer;
        this.asked = asked;
        this.quiet = quiet;
        this.context = context;
    }

    static OptionSpec option() {
        return Options.text(
                "Écrit aussi un classeur pour l'auditeur dans ce dossier, hors du dossier de preuves : index cliquable, copies des"
                        + " fichiers cités, une page par preuve manquante, empreintes.",
                "SORTIE",
                "--classeur");
    }

    /** The binder that the options ask for; a place where it cannot go is refused before any work. */
    static BinderOutput of(ParseResult options, Command.Context context, Outputs outputs) {
        String asked = Options.value(options, "--classeur");
        BinderWriter writer = asked == null ? null : BinderWriter.at(asked);
        if (writer != null && outputs.anyFile(file -> writer.holds(Path.of(file)))) {
            throw new CedreException("-o dit d'écrire un rapport dans le classeur « " + asked
                    + " », qui est refait en entier : donnez un autre dossier à l'un des deux.");
        }
        return new BinderOutput(writer, String.valueOf(asked), options.hasMatchedOption("-q"), context);
    }

    /** What the control must tell: a binder seals what it shows. */
    Extras extras(Extras others) {
        return writer == null ? others : others.and(Extras.FINGERPRINTS);
    }

    void write(Evaluation evaluation, Path folder) {
        if (writer != null) {
            say(writer.write(Filing.of(evaluation), folder, new BinderHtml(context.version())));
        }
    }

    void write(GroupResult result, Path folder) {
        if (writer != null) {
            say(writer.write(GroupBinder.of(result), folder, new BinderHtml(context.version())));
        }
    }

    private void say(BinderWriter.Written written) {
        if (!quiet) {
            context.err()
                    .println(Sanitiser.line("Classeur écrit dans « " + asked + " », à ouvrir par index.html : "
                            + French.count(written.files(), "fichier joint", "fichiers joints") + ", "
                            + French.count(written.missing(), "page de preuve manquante", "pages de preuves manquantes")
                            + ". Empreinte de empreintes.txt : " + written.fingerprint()));
        }
    }
}
