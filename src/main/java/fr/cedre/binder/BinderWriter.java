package fr.cedre.binder;

import fr.cedre.dossier.FileRead;
import fr.cedre.dossier.Structure;
import fr.cedre.problem.CedreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a binder whole or not at all: in a draft beside its place first, which then takes its name. A binder of cedre's own that nobody touched is
 * replaced, once the new one is complete; anything else is left alone, and said.
 */
public final class BinderWriter {

    /** What explains a binder to who opens it, and tells a binder from any other folder by its first line. */
    static final String README = "LISEZMOI.txt";

    static final String MARK = "Classeur d'audit établi par cedre";

    private final String asked;
    private final Path target;

    private BinderWriter(String asked, Path target) {
        this.asked = asked;
        this.target = target;
    }

    /**
     * What was written.
     *
     * @param files files copied
     * @param missing pages of missing proofs
     * @param fingerprint SHA-256 of the list of fingerprints: it seals all the rest
     */
    public record Written(int files, int missing, String fingerprint) {}

    /**
     * A binder to write there.
     *
     * @param asked folder, which may not exist, be empty, or hold a binder that nobody touched
     * @throws CedreException when it cannot go there; nothing was done yet
     */
    public static BinderWriter at(String asked) {
        try {
            Path place = Path.of(asked).toAbsolutePath().normalize();
            if (Files.exists(place)) {
                place = place.toRealPath();
            } else if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                throw refused(asked, "c'est un lien qui ne mène nulle part");
            }
            Path folder = place.getParent();
            if (folder == null || place.getFileName() == null) {
                throw refused(asked, "donnez un sous-dossier, par exemple « " + asked + "classeur »");
            }
            if (!Files.isDirectory(folder)) {
                throw refused(asked, "le dossier « " + folder + " » n'existe pas");
            }
            BinderWriter writer = new BinderWriter(asked, folder.toRealPath().resolve(place.getFileName()));
            writer.outside();
            writer.free();
            return writer;
        } catch (InvalidPathException e) {
            throw refused(asked, "cette machine n'accepte pas ce nom");
        } catch (IOException e) {
            throw refused(asked, "il n'a pas pu être lu, vérifiez vos droits d'accès");
        }
    }

    /** True when a file would stand in the binder, which is replaced whole. */
    public boolean holds(Path file) {
        Path place = file.toAbsolutePath().normalize();
        Path folder = place.getParent();
        try {
            place = folder == null || !Files.exists(folder)
                    ? place
                    : folder.toRealPath().resolve(place.getFileName());
        } catch (IOException e) {
            // It cannot be written there either.
        }
        return place.startsWith(target);
    }

    private static CedreException refused(String asked, String why) {
        return new CedreException("Aucun classeur ne peut être écrit dans « " + asked + " » : " + why + ".");
    }

    /** Never where it could be taken for evidence, or be copied with it from year to year. */
    private void outside() {
        for (Path folder = target; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(Structure.FILE))) {
                throw refused(
                        asked,
                        "c'est un dossier de preuves, ou l'intérieur d'un dossier de preuves ; donnez un dossier voisin, par exemple"
                                + " --classeur " + folder.resolveSibling("classeur"));
            }
        }
    }

    private void free() throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw refused(asked, "c'est un fichier ; donnez un nom de dossier");
        }
        Path above = target.getParent();
        if (above != null && !Files.getFileStore(target).equals(Files.getFileStore(above))) {
            // A disk cannot be replaced as a folder is.
            throw refused(
                    asked,
                    "c'est la racine d'un disque ou d'une clé ; donnez un sous-dossier, par exemple « "
                            + target.resolve("classeur") + " »");
        }
        if (isEmpty(target)) {
            return;
        }
        if (!PreviousBinder.is(target)) {
            throw refused(
                    asked,
                    "ce dossier n'est ni vide ni un classeur de cedre, rien n'y est touché ; donnez un autre nom");
        }
        List<String> strangers = PreviousBinder.strangers(target);
        if (!strangers.isEmpty()) {
            String names = String.join(" », « ", strangers.subList(0, Math.min(3, strangers.size())));
            int rest = strangers.size() - 3;
            throw refused(
                    asked,
                    "ce classeur serait remplacé en entier, et « " + names + " »"
                            + (rest > 0 ? " et " + rest + (rest > 1 ? " autres" : " autre") : "")
                            + (strangers.size() > 1 ? " y ont été ajoutés ou changés" : " y a été ajouté ou changé")
                            + " depuis ; rangez ailleurs ce que vous voulez garder, ou donnez un autre nom");
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    /** Something that fills a tree and says what it wrote. */
    private interface Filling {
        Written fill(BinderTree tree) throws IOException;
    }

    /**
     * Writes the binder of a folder.
     *
     * @param folder evidence folder
     * @throws CedreException when it cannot be written, or a file cannot be read; nothing is left half done
     */
    public Written write(Binder binder, Path folder, BinderPages pages) {
        return whole(tree -> fill(tree, binder, folder, pages));
    }

    /**
     * Writes the binder of a group.
     *
     * @param folder folder of the group
     * @throws CedreException when it cannot be written, or a file cannot be read; nothing is left half done
     */
    public Written write(GroupBinder group, Path folder, BinderPages pages) {
        return whole(tree -> {
            int files = 0;
            int missing = 0;
            for (GroupBinder.Part part : group.parts()) {
                Binder binder = part.binder();
                String name = part.folder();
                if (binder != null && name != null) {
                    BinderTree inner = tree.inside(name);
                    Written one =
                            fill(inner, binder, folder.resolve(part.member().folder()), pages);
                    tree.take(name, inner);
                    files += one.files();
                    missing += one.missing();
                }
            }
            tree.write(Binder.INDEX, out -> pages.group(group, out));
            readme(tree);
            return new Written(files, missing, tree.close());
        });
    }

    private static Written fill(BinderTree tree, Binder binder, Path folder, BinderPages pages) throws IOException {
        Map<String, String> checked = new HashMap<>();
        for (FileRead file : binder.evaluation().files()) {
            if (file.sha256() != null) {
                checked.put(file.file(), file.sha256());
            }
        }
        for (Binder.Attachment file : binder.attachments()) {
            tree.copy(folder, file, checked.get(file.source()));
        }
        for (MissingProof proof : binder.missing()) {
            tree.write(proof.page(), out -> pages.missing(binder, proof, out));
        }
        tree.write(Binder.INDEX, out -> pages.index(binder, out));
        readme(tree);
        return new Written(binder.attachments().size(), binder.missing().size(), tree.close());
    }

    private static void readme(BinderTree tree) throws IOException {
        try (InputStream in = BinderWriter.class.getResourceAsStream(README)) {
            if (in == null) {
                throw new IllegalStateException(README + " absent du programme");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            tree.write(README, out -> out.append(text));
        }
    }

    private Written whole(Filling filling) {
        Draft draft = null;
        try {
            draft = new Draft(target);
            Written written = filling.fill(new BinderTree(draft.folder()));
            draft.takePlace();
            return written;
        } catch (IOException e) {
            throw new CedreException("Le classeur « " + asked
                    + " » n'a pas pu être écrit : disque plein, droits insuffisants, ou dossier ouvert par un autre programme."
                    + (Files.exists(target) ? " Celui qui s'y trouvait est intact." : " Rien n'est laissé à moitié."));
        } finally {
            discard(draft);
        }
    }

    private static void discard(@Nullable Draft draft) {
        try {
            if (draft != null) {
                draft.discard();
            }
        } catch (IOException e) {
            throw new CedreException(
                    "Le dossier provisoire « " + draft.folder() + " » n'a pas pu être effacé : effacez-le.");
        }
    }
}
