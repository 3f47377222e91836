package fr.cedre.plan;

import fr.cedre.dossier.CsvTable;
import fr.cedre.dossier.WholeFile;
import fr.cedre.problem.CedreException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code plan-actions.csv} on the disk: read whole, written whole, the version before kept beside it. */
public final class PlanFile {

    /** Name of the plan, at the root of the evidence folder. */
    public static final String NAME = "plan-actions.csv";

    /** Name of the version before. */
    public static final String PREVIOUS = "plan-actions.precedent.csv";

    private final Path target;
    private final Path previous;
    private final byte @Nullable [] bytes;

    private PlanFile(Path target, Path previous, byte @Nullable [] bytes) {
        this.target = target;
        this.previous = previous;
        this.bytes = bytes;
    }

    /** The plan of a folder, there or not; refused when it leads out of the folder. */
    static PlanFile open(Path folder) {
        Path file = folder.resolve(NAME);
        Path previous = folder.resolve(PREVIOUS);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new PlanFile(file, previous, null);
        }
        try {
            if (!Files.isRegularFile(file)) {
                throw new CedreException(NAME + " n'est pas un fichier : renommez ce qui porte ce nom, puis relancez.");
            }
            Path real = file.toRealPath();
            if (!real.startsWith(folder.toRealPath())) {
                throw new CedreException(
                        NAME + " mène hors du dossier de preuves : il n'est ni lu ni écrit. Mettez le fichier lui-même"
                                + " dans le dossier, puis relancez.");
            }
            if (Files.size(real) > CsvTable.MAX_BYTES) {
                throw unusable("il dépasse " + (CsvTable.MAX_BYTES >> 20) + " mégaoctets");
            }
            return new PlanFile(real, previous, Files.readAllBytes(real));
        } catch (IOException e) {
            throw new CedreException(NAME + " n'a pas pu être lu : fermez-le dans le tableur et vérifiez les droits"
                    + " d'accès, puis relancez.");
        }
    }

    /** True when the folder has a plan. */
    boolean present() {
        return bytes != null;
    }

    /** Its cells; a plan without rows when there is none. */
    PlanTable table() {
        if (bytes == null) {
            return PlanTable.fresh();
        }
        try {
            return PlanTable.of(CsvTable.read(bytes, PlanColumn::known));
        } catch (CedreException e) {
            throw unusable(String.valueOf(e.getMessage()));
        }
    }

    private static CedreException unusable(String why) {
        return new CedreException(NAME + " ne peut pas être repris : " + why + ". Rien n'a été écrit. Enregistrez-le en"
                + " « CSV UTF-8 (délimité par des points-virgules) », avec sa ligne d'en-tête et sa colonne « identite » ;"
                + " sinon reprenez " + PREVIOUS + ", ou renommez ce fichier pour repartir d'un plan neuf.");
    }

    /** Writes a new content, whole or not at all, unless somebody wrote the file in the meantime. */
    void write(WholeFile.Content content) {
        try {
            if (bytes == null) {
                WholeFile.create(target, content);
                return;
            }
            if (!Files.exists(target) || !Arrays.equals(bytes, Files.readAllBytes(target))) {
                throw changed();
            }
            WholeFile.copy(target, previous);
            WholeFile.replace(target, content);
        } catch (FileAlreadyExistsException e) {
            throw changed();
        } catch (IOException e) {
            throw new CedreException(NAME + " n'a pas pu être écrit : fermez-le dans le tableur, vérifiez les droits"
                    + " d'accès et la place sur le disque, puis relancez. Le fichier est tel qu'il était.");
        }
    }

    private static CedreException changed() {
        return new CedreException(
                NAME + " a été enregistré par quelqu'un d'autre pendant le contrôle : rien n'a été écrit."
                        + " Fermez-le partout, puis relancez.");
    }
}
