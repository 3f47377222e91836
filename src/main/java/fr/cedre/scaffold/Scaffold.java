package fr.cedre.scaffold;

import fr.cedre.dossier.StructureType;
import fr.cedre.referential.Referential;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code cedre init} did of a folder.
 *
 * @param folder the folder
 * @param types types it is about
 * @param referential referential it is prepared for
 * @param day day that decided what was still valid
 * @param files files and folders, in the order they are to be filled
 * @param lines lines of {@code structure.yaml} to write first
 * @param needs what the referential wants of these types
 * @param carried what was taken up from an older folder, or null
 * @param notes what else the user must know, in French
 */
public record Scaffold(
        Path folder,
        List<StructureType> types,
        Referential referential,
        LocalDate day,
        List<Made> files,
        List<String> lines,
        Needs needs,
        @Nullable Carried carried,
        List<String> notes) {

    /** Copies the lists. */
    public Scaffold {
        types = List.copyOf(types);
        files = List.copyOf(files);
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /** True when a file was left as it was. */
    public boolean kept(String file) {
        return files.stream().anyMatch(m -> m.file().equals(file) && !m.created());
    }

    /** How many files were created under a folder, or of that name. */
    public long created(String file) {
        return files.stream()
                .filter(Made::created)
                .filter(m -> m.file().equals(file) || m.file().startsWith(file + "/"))
                .count();
    }

    /**
     * A file of the folder.
     *
     * @param file path from the folder, with {@code /}
     * @param created false when it stood there and was left as it was
     */
    public record Made(String file, boolean created) {}

    /**
     * What an older folder gave.
     *
     * @param from the older folder
     * @param proofs rows of {@code preuves.csv} taken up
     * @param copies cited files copied
     * @param judgements rows of {@code jugements.csv} taken up
     * @param left what was left behind, and why
     * @param changes what was changed in what is taken up, and what to look at again
     */
    public record Carried(Path from, int proofs, int copies, int judgements, List<Left> left, List<String> changes) {
        /** Copies the lists. */
        public Carried {
            left = List.copyOf(left);
            changes = List.copyOf(changes);
        }
    }

    /**
     * Something of the older folder that is not in the new one.
     *
     * @param file file it stood in
     * @param line its line there
     * @param what what it is: a reference, an identifier
     * @param why French words, without full stop
     */
    public record Left(String file, int line, String what, String why) {}
}
