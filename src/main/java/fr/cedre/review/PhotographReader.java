package fr.cedre.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.cedre.check.Finding;
import fr.cedre.check.Gravity;
import fr.cedre.check.Level;
import fr.cedre.dossier.Period;
import fr.cedre.dossier.StructureType;
import fr.cedre.evaluation.Sight;
import fr.cedre.evaluation.Status;
import fr.cedre.problem.Location;
import fr.cedre.problem.Problem;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads kept reports; one that cannot be used is refused with its place and why, and hides no other. */
public final class PhotographReader {

    /** What the {@code schema} key of a usable report says. */
    public static final String SCHEMA = "cedre/rapport/1";

    private static final long LARGEST = 64L << 20;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;
    private static final Set<String> NOT_COMPARED =
            Set.of("principes", "jugements", "non_applicabilites", "parametres", "mesures", "position");

    private PhotographReader() {}

    /** A report that cannot be used. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        Unusable(Location location, String message) {
            super(message);
            this.problem = Problem.warning(location, message);
        }

        /** What is wrong, and where. */
        public Problem problem() {
            return problem;
        }
    }

    /**
     * What a file holds.
     *
     * @param single the report of one folder, or null
     * @param members the reports of a group by folder; empty when it is not one
     */
    public record Kept(@Nullable Photograph single, Map<String, Photograph> members) {}

    /**
     * Reads a report of one folder or of a group.
     *
     * @param path file
     * @param shown its name in messages
     */
    public static Kept read(Path path, String shown) throws Unusable {
        JsonTree tree = tree(path, shown);
        String schema = tree.text("schema");
        if (schema == null || !schema.equals(SCHEMA)) {
            throw new Unusable(
                    Location.of(shown),
                    "ce JSON n'est pas un rapport de contrôle : « schema » devrait valoir « " + SCHEMA
                            + " » (cedre check -f json)");
        }
        if (!tree.hasList("membres")) {
            return new Kept(photograph(tree, shown), Map.of());
        }
        Map<String, Photograph> members = new LinkedHashMap<>();
        for (JsonTree member : tree.children("membres")) {
            String folder = member.text("dossier");
            if (folder != null && member.hasList("specifications")) {
                members.put(folder, photograph(member, shown));
            }
        }
        return new Kept(null, members);
    }

    private static JsonTree tree(Path path, String shown) throws Unusable {
        try {
            if (!Files.exists(path)) {
                throw new Unusable(Location.of(shown), "ce fichier n'existe pas");
            }
            if (!Files.isRegularFile(path)) {
                throw new Unusable(Location.of(shown), "ce n'est pas un fichier : un rapport JSON est attendu");
            }
            if (Files.size(path) > LARGEST) {
                throw new Unusable(Location.of(shown), "fichier trop gros pour un rapport de contrôle");
            }
            try (InputStream in = Files.newInputStream(path)) {
                JsonTree tree = JsonTree.read(in, NOT_COMPARED);
                if (tree == null) {
                    throw new Unusable(Location.of(shown, 1, null), "un objet JSON seul est attendu : { … }");
                }
                return tree;
            }
        } catch (JsonProcessingException e) {
            Integer line = e.getLocation() == null ? null : e.getLocation().getLineNr();
            throw new Unusable(
                    new Location(shown, line, null),
                    "ce n'est pas du JSON lisible à partir d'ici : fichier tronqué ou modifié à la main");
        } catch (CharConversionException e) {
            throw new Unusable(Location.of(shown), "ce fichier n'est pas en UTF-8 : ce n'est pas un rapport intact");
        } catch (IOException e) {
            throw new Unusable(Location.of(shown), "fichier impossible à ouvrir : vérifier les droits d'accès");
        }
    }

    private static Photograph photograph(JsonTree tree, String shown) throws Unusable {
        JsonTree referential = tree.child("referentiel");
        JsonTree period = tree.child("periode");
        String id = referential == null ? null : referential.text("id");
        LocalDate end = date(tree.text("date"));
        LocalDate start = period == null ? null : date(period.text("debut"));
        if (referential == null || id == null) {
            throw missing(shown, "referentiel.id");
        }
        if (end == null) {
            throw missing(shown, "date");
        }
        if (!tree.hasList("specifications")) {
            throw missing(shown, "specifications");
        }
        JsonTree tool = tree.child("outil");
        List<Photograph.State> states = new ArrayList<>();
        for (JsonTree entry : tree.children("champ")) {
            states.add(state(entry, true, shown));
        }
        for (JsonTree entry : tree.children("specifications")) {
            states.add(state(entry, false, shown));
        }
        Map<String, String> fingerprints = new HashMap<>();
        for (JsonTree print : tree.children("empreintes")) {
            String file = print.text("fichier");
            String sha = print.text("sha256");
            if (file != null && sha != null) {
                fingerprints.put(file, sha);
            }
        }
        JsonTree structure = tree.child("structure");
        List<String> types = tree.texts("types_controles");
        if (types.isEmpty() && structure != null) {
            types = structure.texts("types");
        }
        Map<String, Integer> summary = new HashMap<>();
        JsonTree counts = tree.child("synthese");
        if (counts != null) {
            for (String name : counts.names()) {
                Integer count = counts.number(name);
                if (count != null) {
                    summary.put(name, count);
                }
            }
        }
        return new Photograph(
                shown,
                structure == null ? "" : structure.textOrEmpty("nom"),
                tool == null ? "" : tool.textOrEmpty("version"),
                id,
                referential.textOrEmpty("version"),
                start == null || start.isAfter(end) ? Period.yearBefore(end) : new Period(start, end),
                types.stream().map(StructureType::new).toList(),
                tree.flag("restreint"),
                emptied(tree),
                states,
                summary,
                fingerprints);
    }

    private static Set<String> emptied(JsonTree tree) {
        Set<String> names = new TreeSet<>();
        for (JsonTree file : tree.children("lecture")) {
            String name = Sight.register(file.textOrEmpty("fichier"));
            Integer rows = file.number("lignes");
            Integer later = file.number("lignes_posterieures");
            if (!name.isEmpty() && rows != null && rows == 0 && (later == null || later == 0)) {
                names.add(name);
            }
        }
        return names;
    }

    private static Photograph.State state(JsonTree entry, boolean scope, String shown) throws Unusable {
        String id = entry.text("id");
        Status status = of(Status.values(), Status::code, entry.text("statut"));
        if (id == null) {
            throw missing(shown, "specifications[].id");
        }
        if (status == null) {
            throw new Unusable(
                    Location.of(shown),
                    "le statut de " + id + " manque ou n'est pas l'un des quatre du contrat : rapport modifié ?");
        }
        List<Finding> findings = new ArrayList<>();
        for (JsonTree one : entry.children("constats")) {
            findings.add(finding(one, id, shown));
        }
        return new Photograph.State(
                id,
                entry.text("type"),
                entry.text("chapitre"),
                scope,
                status,
                gravity(entry, shown),
                entry.textOrEmpty("intitule").intern(),
                !entry.texts("preuves").isEmpty() || !entry.texts("registres").isEmpty(),
                findings);
    }

    private static Finding finding(JsonTree one, String id, String shown) throws Unusable {
        String check = one.text("controle");
        Level level = of(Level.values(), Level::code, one.text("niveau"));
        String object = one.text("objet");
        if (check == null || level == null || object == null) {
            throw new Unusable(
                    Location.of(shown),
                    "un constat de " + id + " est incomplet : ce rapport a sans doute été modifié à la main");
        }
        JsonTree place = one.child("source");
        String file = place == null ? null : place.text("fichier");
        return new Finding(
                check.intern(), // the same in every photograph, like the texts below
                level,
                gravity(one, shown),
                object,
                one.textOrEmpty("message"),
                one.textOrEmpty("conseil").intern(),
                one.text("mesure"),
                one.text("seuil"),
                place == null || file == null
                        ? null
                        : new Location(file, place.number("ligne"), place.text("colonne")));
    }

    private static @Nullable Gravity gravity(JsonTree entry, String shown) throws Unusable {
        String word = entry.text("gravite");
        Gravity gravity = of(Gravity.values(), Gravity::code, word);
        if (word != null && gravity == null) {
            throw new Unusable(
                    Location.of(shown),
                    "une gravité n'est ni « majeure » ni « mineure » : rapport modifié à la main ?");
        }
        return gravity;
    }

    private static Unusable missing(String shown, String key) {
        return new Unusable(Location.of(shown), "« " + key + " » manque : ce n'est pas un rapport de contrôle entier");
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            LocalDate date = text == null ? null : LocalDate.parse(text);
            boolean usual = date != null && date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
            return usual ? date : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private interface Code<T> {
        String of(T value);
    }

    private static <T> @Nullable T of(T[] values, Code<T> code, @Nullable String word) {
        for (T value : values) {
            if (code.of(value).equals(word)) {
                return value;
            }
        }
        return null;
    }
}
