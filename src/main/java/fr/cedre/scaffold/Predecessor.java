package fr.cedre.scaffold;

import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.Dossier;
import fr.cedre.dossier.Period;
import fr.cedre.dossier.Structure;
import fr.cedre.dossier.StructureType;
import fr.cedre.problem.CedreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An older folder, opened to be taken up; it is only read.
 *
 * @param folder where it stands
 * @param dossier its content as it stands on the day asked for
 * @param structure who it is about
 * @param text its {@code structure.yaml}, as written
 */
public record Predecessor(Path folder, Dossier dossier, Structure structure, String text) {

    /** Opens it; refuses a folder that does not say who it is about, with everything that is wrong in it. */
    public static Predecessor open(Path folder, Dictionary dictionary, LocalDate day) {
        Dossier dossier = Dossier.open(folder, dictionary, Period.yearBefore(day));
        Structure structure = dossier.structure().orElse(null);
        if (structure == null || structure.types().isEmpty()) {
            throw new CedreException(
                    "« " + folder
                            + " » ne peut pas être repris : son structure.yaml ne dit pas qui est contrôlé. Rien n'a été"
                            + " écrit.",
                    dossier.problems().sorted());
        }
        byte[] bytes = bytes(folder, Structure.FILE)
                .orElseThrow(() -> new CedreException("« " + folder
                        + " » ne peut pas être repris : son structure.yaml ne peut pas être ouvert. Rien n'a été"
                        + " écrit."));
        return new Predecessor(folder, dossier, structure, Structure.decode(bytes));
    }

    /** Its types, unless others are asked for. */
    public List<StructureType> types(List<StructureType> asked) {
        return asked.isEmpty() || Set.copyOf(asked).equals(Set.copyOf(structure.types())) ? structure.types() : asked;
    }

    /** A file of it, or empty when it is not there or cannot be read. */
    Optional<byte[]> bytes(String file) {
        return bytes(folder, file);
    }

    private static Optional<byte[]> bytes(Path folder, String file) {
        try {
            Path path = folder.resolve(file);
            return Files.isRegularFile(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The real place of a file it cites, or null when there is none inside it. */
    @Nullable
    Path inside(String relative) {
        try {
            Path real = folder.resolve(relative).toRealPath();
            return real.startsWith(folder.toRealPath()) ? real : null;
        } catch (IOException e) {
            return null;
        }
    }
}
