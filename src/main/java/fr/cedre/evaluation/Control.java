package fr.cedre.evaluation;

import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.Dossier;
import fr.cedre.dossier.Period;
import fr.cedre.dossier.Structure;
import fr.cedre.dossier.StructureType;
import fr.cedre.problem.CedreException;
import fr.cedre.problem.Location;
import fr.cedre.problem.NearestName;
import fr.cedre.problem.Problem;
import fr.cedre.referential.Library;
import fr.cedre.referential.Referential;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Opens a folder, chooses the referential it is held against, and evaluates it. */
public final class Control {

    /** The referential of a folder that names none. */
    public static final String DEFAULT_REFERENTIAL = "cedre-v2";

    private final Library library;
    private final Dictionary dictionary;
    private final Period period;

    /**
     * A control.
     *
     * @param period controlled period; its end is the audit date
     */
    public Control(Library library, Dictionary dictionary, Period period) {
        this.library = library;
        this.dictionary = dictionary;
        this.period = period;
    }

    /**
     * A folder open and who it is about.
     *
     * @param dossier folder
     * @param structure its structure
     */
    public record Opened(Dossier dossier, Structure structure) {}

    /** Opens a folder; one that does not say who is checked is refused, with everything that is wrong in it. */
    public Opened open(Path folder) {
        Dossier dossier = Dossier.open(folder, dictionary, period);
        Structure structure = dossier.structure().orElse(null);
        if (structure == null || structure.types().isEmpty()) {
            dossier.readingOrder().forEach(register -> dossier.stream(register, row -> {}));
            throw new CedreException(
                    "Le contrôle n'a pas pu commencer : structure.yaml ne dit pas qui est contrôlé.",
                    dossier.problems().sorted());
        }
        return new Opened(dossier, structure);
    }

    /**
     * Checks a folder.
     *
     * @param asked referential asked for, or null for the one the folder names
     * @param part part asked for
     * @param extras what is wanted beside the results
     */
    public Evaluation check(Path folder, @Nullable String asked, AskedPart part, Extras extras) {
        String likely = asked != null ? asked : DEFAULT_REFERENTIAL;
        // Reading the referential takes as long as opening the folder: both at once.
        FutureTask<Referential> ahead = new FutureTask<>(() -> library.referential(likely, dictionary));
        Thread reading = new Thread(ahead, "referentiel");
        reading.setDaemon(true);
        reading.start();
        Opened opened = open(folder);
        String named = opened.structure().referential();
        String name = asked != null ? asked : named == null ? DEFAULT_REFERENTIAL : named;
        Referential referential = name.equals(likely) ? result(ahead) : named(name, opened.structure());
        return evaluate(opened, name, referential, part, extras);
    }

    /** Checks an open folder; its referential is the one asked for, else the one it names. */
    public Evaluation check(Opened opened, @Nullable String asked, AskedPart part, Extras extras) {
        return check(opened, asked, part, extras, null);
    }

    /**
     * The same.
     *
     * @param horizon last day of the deadlines to tell ({@link Evaluation#dues}), or null to tell none
     */
    public Evaluation check(
            Opened opened, @Nullable String asked, AskedPart part, Extras extras, @Nullable LocalDate horizon) {
        String named = opened.structure().referential();
        String name = asked != null ? asked : named == null ? DEFAULT_REFERENTIAL : named;
        Referential referential = asked != null || named == null
                ? library.referential(name, dictionary)
                : named(name, opened.structure());
        return evaluate(opened, name, referential, referential, part, extras, horizon);
    }

    /** The referential that a folder names; a wrong name is said where it is written. */
    private Referential named(String name, Structure structure) {
        try {
            return library.referential(name, dictionary);
        } catch (CedreException e) {
            if (!e.problems().isEmpty()) {
                throw e; // the referential is found, and badly written
            }
            throw new CedreException(
                    String.valueOf(e.getMessage()),
                    List.of(Problem.unusable(
                            new Location(Structure.FILE, structure.lineOf("referentiel"), "referentiel"),
                            "ce référentiel n'est pas à disposition (cedre list les montre tous)")));
        }
    }

    /** A referential by id, alias or path. */
    public Referential referential(String name) {
        return library.referential(name, dictionary);
    }

    /** Evaluates an open folder against a referential already read. */
    public Evaluation evaluate(Opened opened, String name, Referential referential, AskedPart part, Extras extras) {
        return evaluate(opened, name, referential, referential, part, extras);
    }

    /**
     * The same.
     *
     * @param other another referential, whose identifiers the folder may cite too
     */
    public Evaluation evaluate(
            Opened opened, String name, Referential referential, Referential other, AskedPart part, Extras extras) {
        return evaluate(opened, name, referential, other, part, extras, null);
    }

    /**
     * The same.
     *
     * @param horizon last day of the deadlines to tell ({@link Evaluation#dues}), or null to tell none
     */
    public Evaluation evaluate(
            Opened opened,
            String name,
            Referential referential,
            Referential other,
            AskedPart part,
            Extras extras,
            @Nullable LocalDate horizon) {
        covered(referential, opened.structure());
        Equivalences equivalences = Equivalences.of(referential, opened.dossier(), library.beside(name));
        return Evaluator.evaluate(
                referential,
                opened.dossier(),
                opened.structure(),
                part.of(referential, opened.structure()),
                other.id().equals(referential.id()) ? equivalences : equivalences.knowing(other),
                extras,
                horizon);
    }

    private static Referential result(FutureTask<Referential> ahead) {
        try {
            return ahead.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CedreException user) {
                throw user;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Refuses a structure with a type the referential does not cover, and says which ones do. */
    private void covered(Referential referential, Structure structure) {
        List<StructureType> unknown = structure.types().stream()
                .filter(t -> !referential.types().contains(t))
                .toList();
        if (!unknown.isEmpty()) {
            List<String> codes =
                    referential.types().stream().map(StructureType::code).toList();
            String types = unknown.stream().map(StructureType::code).collect(Collectors.joining(", "));
            throw new CedreException(
                    "Le référentiel " + referential.id() + " ne couvre pas le type " + types
                            + " : aucun contrôle n'a été fait.",
                    List.of(Problem.unusable(
                            new Location(Structure.FILE, structure.lineOf("types"), "types"),
                            "type " + types + " hors du champ de " + referential.id() + " ; types couverts : "
                                    + String.join(", ", codes)
                                    + unknown.stream()
                                            .map(t -> NearestName.hint(t.code(), codes))
                                            .findFirst()
                                            .orElse("")
                                    + others(unknown))));
        }
    }

    /** Referentials at hand that cover some types, in words. */
    private String others(List<StructureType> types) {
        List<String> covering = library.covering(types, dictionary);
        return covering.isEmpty()
                ? ""
                : " ; " + (types.size() > 1 ? "ces types sont couverts par " : "ce type est couvert par ")
                        + String.join(", ", covering);
    }
}
