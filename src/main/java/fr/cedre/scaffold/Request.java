package fr.cedre.scaffold;

import fr.cedre.dossier.StructureType;
import fr.cedre.referential.Referential;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of {@code cedre init}.
 *
 * @param folder folder to begin or to complete
 * @param types types of the structure
 * @param referential referential to prepare for
 * @param byPath true when that referential is a file of the user, which a folder cannot name
 * @param name name of the structure, or null when the user will write it
 * @param day day everything is judged at
 * @param check the options a control of this folder needs after its name, possibly empty
 */
public record Request(
        Path folder,
        List<StructureType> types,
        Referential referential,
        boolean byPath,
        @Nullable String name,
        LocalDate day,
        String check) {

    /** Copies the list. */
    public Request {
        types = List.copyOf(types);
    }
}
