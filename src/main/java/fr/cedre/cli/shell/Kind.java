package fr.cedre.cli.shell;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;

/** What can stand for a value on the command line, told by its label. */
public enum Kind {
    /** One of a few words. */
    WORDS,
    FOLDER,
    FILE,
    /** A referential by id or alias, or a YAML file. */
    REFERENTIAL,
    /** A type of structure. */
    TYPE,
    CHAPTER,
    SPECIFICATION,
    /** All that {@code explain} knows. */
    TOPIC,
    /** The name of a command. */
    COMMAND,
    /** Nothing to offer: a date, a duration. */
    ANYTHING;

    private static final Map<String, Kind> LABELS = Map.ofEntries(
            Map.entry("DOSSIER", FOLDER),
            Map.entry("ANCIEN", FOLDER),
            Map.entry("SORTIE", FOLDER),
            Map.entry("FICHIER", FILE),
            Map.entry("RAPPORT", FILE),
            Map.entry("REFERENTIEL", REFERENTIAL),
            Map.entry("A", REFERENTIAL),
            Map.entry("B", REFERENTIAL),
            Map.entry("TYPE", TYPE),
            Map.entry("CHAPITRE", CHAPTER),
            Map.entry("ID", SPECIFICATION),
            Map.entry("COMMANDE", COMMAND),
            Map.entry("FORMAT", WORDS),
            Map.entry("SEUIL", WORDS),
            Map.entry("QUAND", WORDS),
            Map.entry("INTERPRETEUR", WORDS),
            Map.entry("AAAA-MM-JJ", ANYTHING),
            Map.entry("DUREE", ANYTHING),
            Map.entry("NOM", ANYTHING));

    /** The kind of a value, or null when its label is not known here. */
    static @Nullable Kind of(ArgSpec arg) {
        return arg.isPositional() && arg.paramLabel().equals("ID") ? TOPIC : LABELS.get(arg.paramLabel());
    }
}
