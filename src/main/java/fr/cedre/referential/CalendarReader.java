package fr.cedre.referential;

import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.problem.NearestName;
import fr.cedre.yaml.YamlObject;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code calendrier} of a referential; a register or a column that does not exist is an error. */
final class CalendarReader {

    private CalendarReader() {}

    static List<CalendarEntry> read(YamlObject root, Dictionary dictionary) {
        List<CalendarEntry> entries = new ArrayList<>();
        for (YamlObject o : root.objects("calendrier")) {
            CalendarEntry entry =
                    new CalendarEntry(o.requiredText("titre"), o.requiredText("registre"), o.requiredText("colonne"));
            RegisterSchema schema = dictionary.schemas().get(entry.register());
            if (schema == null) {
                o.error(
                        "registre",
                        "registre « " + entry.register() + " » inconnu"
                                + NearestName.hint(
                                        entry.register(), dictionary.schemas().keySet()));
            } else if (!schema.has(entry.column())) {
                o.error(
                        "colonne",
                        "colonne « " + entry.column() + " » inconnue dans « " + entry.register() + " »"
                                + NearestName.hint(entry.column(), schema.columnNames()));
            }
            entries.add(entry);
            o.close();
        }
        return entries;
    }
}
