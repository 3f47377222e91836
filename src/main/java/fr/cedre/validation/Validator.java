package fr.cedre.validation;

import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.Dossier;
import fr.cedre.dossier.Period;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.dossier.Structure;
import fr.cedre.group.Group;
import fr.cedre.problem.CedreException;
import fr.cedre.problem.Location;
import fr.cedre.problem.Problem;
import fr.cedre.referential.Atlas;
import fr.cedre.referential.Correspondence;
import fr.cedre.referential.CorrespondenceCheck;
import fr.cedre.referential.Library;
import fr.cedre.referential.Referential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Verifies everything at hand, or what is named, and goes on after each defect. */
public final class Validator {

    private static final String YAML = ".yaml";

    private final Library library;
    private final Dictionary dictionary;
    private final Period period;
    private final List<Validation.Subject> subjects = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> names = new TreeMap<>();

    /**
     * A validator.
     *
     * @param period for evidence folders: rows and dates are read as on its last day
     */
    public Validator(Library library, Dictionary dictionary, Period period) {
        this.library = library;
        this.dictionary = dictionary;
        this.period = period;
    }

    /** Verifies the dictionary, every referential and every correspondence at hand. */
    public Validation everything() {
        dictionary();
        for (String name : library.names()) {
            referential(name, name + YAML, library);
        }
        for (Path file : library.correspondenceFiles().values()) {
            correspondence(file, library);
        }
        return new Validation(subjects, problems);
    }

    /** Verifies files and folders. */
    public Validation of(List<String> paths) {
        for (String path : paths) {
            one(path);
        }
        return new Validation(subjects, problems);
    }

    private void one(String text) {
        Path path = Path.of(text);
        if (Files.isDirectory(path)) {
            folder(path, text);
        } else if (!Files.isRegularFile(path)) {
            if (!text.contains("/") && !text.contains("\\") && !text.contains(".")) {
                referential(text, text, library);
            } else {
                problems.add(Problem.unusable(Location.of(text), "fichier introuvable"));
            }
        } else {
            file(path, text);
        }
    }

    private void folder(Path path, String text) {
        if (Group.is(path)) {
            group(path, text);
            return;
        }
        if (Files.exists(path.resolve(Structure.FILE))) {
            evidence(path, text);
            return;
        }
        boolean any = false;
        for (Path file : list(path)) {
            if (String.valueOf(file.getFileName()).endsWith(YAML) && Files.isRegularFile(file)) {
                any = true;
                file(file, text + "/" + file.getFileName());
            }
        }
        Path inside = path.resolve("correspondances");
        for (Path file : Files.isDirectory(inside) ? list(inside) : List.<Path>of()) {
            any = true;
            file(file, text + "/correspondances/" + file.getFileName());
        }
        if (!any) {
            problems.add(Problem.unusable(
                    Location.of(text), "ni structure.yaml ni référentiel (fichiers .yaml) dans ce dossier"));
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted((a, b) -> a.toString().compareTo(b.toString())).toList();
        } catch (IOException e) {
            throw new CedreException("Le dossier « " + folder + " » est illisible.");
        }
    }

    private void file(Path path, String text) {
        String name = String.valueOf(path.getFileName());
        Path parent = path.toAbsolutePath().getParent();
        Path above = parent == null ? null : parent.getParent();
        if (name.equals(Group.FILE) && parent != null) {
            group(parent, parentOf(text));
        } else if (name.equals(Structure.FILE) && parent != null) {
            evidence(parent, parentOf(text));
        } else if (name.endsWith(".csv") && parent != null) {
            boolean nested = String.valueOf(parent.getFileName()).equals("registres");
            evidence(nested && above != null ? above : parent, text);
        } else if (name.endsWith(".json")) {
            descriptor(path, text);
        } else if (name.contains(Correspondence.SEPARATOR)) {
            correspondence(path, above == null ? library : library.beside(above));
        } else {
            referential(
                    text.contains("/") ? text : "./" + text, text, parent == null ? library : library.beside(parent));
        }
    }

    private void group(Path folder, String shown) {
        try {
            Group group = Group.read(folder);
            subjects.add(new Validation.Subject(
                    shown, "groupe", count(group.members().size(), "membre")));
            group.members().forEach(member -> evidence(folder.resolve(member), shown + "/" + member));
        } catch (CedreException e) {
            subjects.add(new Validation.Subject(shown, "groupe", "refusé"));
            refused(e, shown);
        }
    }

    private static String parentOf(String text) {
        int cut = text.lastIndexOf('/');
        return cut <= 0 ? "." : text.substring(0, cut);
    }

    private void referential(String name, String shown, Library from) {
        try {
            Referential one = from.referential(name, dictionary);
            long checks = one.specifications().stream()
                    .mapToLong(s -> s.checks().size()
                            + s.variants().stream()
                                    .mapToLong(v -> v.checks().size())
                                    .sum())
                    .sum();
            subjects.add(new Validation.Subject(
                    shown,
                    "référentiel",
                    count(one.specifications().size(), "spécification") + ", " + count(checks, "contrôle") + ", "
                            + one.provenance().code()));
            problems.addAll(ReferentialLint.problems(one, shown));
            aliases(one, shown);
        } catch (CedreException e) {
            subjects.add(new Validation.Subject(shown, "référentiel", "refusé"));
            refused(e, shown);
        }
    }

    /** Two referentials under the same name: only one would ever be found. */
    private void aliases(Referential one, String shown) {
        List<String> own = new ArrayList<>(one.aliases());
        own.add(one.id());
        for (String alias : own) {
            String before = names.putIfAbsent(alias, one.id());
            if (before != null && !before.equals(one.id())) {
                problems.add(Problem.error(
                        new Location(shown, null, "alias"),
                        "le nom « " + alias + " » désigne déjà le référentiel " + before));
            }
        }
    }

    private void refused(CedreException e, String shown) {
        if (e.problems().isEmpty()) {
            problems.add(Problem.unusable(Location.of(shown), String.valueOf(e.getMessage())));
        }
        problems.addAll(e.problems());
    }

    private void correspondence(Path file, Library from) {
        String shown = "correspondances/" + file.getFileName();
        try {
            Correspondence one = from.correspondence(file);
            Referential first = from.referential(one.from(), dictionary);
            Referential second = from.referential(one.to(), dictionary);
            boolean whole = true;
            for (String united : one.united()) {
                if (!from.correspondenceFiles().containsKey(united + YAML)) {
                    problems.add(Problem.error(
                            new Location(shown, null, "reunit"),
                            "« " + united + " » n'est pas une correspondance connue"));
                    whole = false;
                }
            }
            // Without one of the files it puts together, everything would seem lost.
            List<Problem> found =
                    !whole ? List.of() : CorrespondenceCheck.problems(one, first, second, new Atlas(from, dictionary));
            problems.addAll(found);
            subjects.add(new Validation.Subject(
                    shown,
                    "correspondance",
                    count(one.lines().size(), "ligne")
                            + (one.united().isEmpty() ? "" : ", réunit " + String.join(" et ", one.united()))
                            + (whole && found.isEmpty() ? ", complète dans les deux sens" : ", refusée")));
        } catch (CedreException e) {
            subjects.add(new Validation.Subject(shown, "correspondance", "refusée"));
            refused(e, shown);
        }
    }

    private static String count(long n, String word) {
        return n + " " + word + (n < 2 ? "" : "s");
    }

    private void dictionary() {
        int columns = 0;
        for (RegisterSchema schema : dictionary.schemas().values()) {
            columns += schema.fields().size();
            check(schema, "registres/" + schema.name() + ".json");
        }
        subjects.add(new Validation.Subject(
                "registres", "dictionnaire", dictionary.schemas().size() + " registres, " + columns + " colonnes"));
    }

    private void check(RegisterSchema schema, String file) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        schema.fields().forEach(f -> counts.merge(f.name(), 1, Integer::sum));
        counts.forEach((column, n) -> {
            if (n > 1) {
                problems.add(Problem.error(
                        new Location(file, null, "fields"), "colonne « " + column + " » écrite deux fois"));
            }
        });
        for (String column : schema.primaryKey()) {
            if (!schema.has(column)) {
                problems.add(Problem.error(
                        new Location(file, null, "primaryKey"),
                        "« " + column + " » n'est pas une colonne de ce registre"));
            }
        }
        schema.foreignKeys().forEach((column, target) -> {
            String[] parts = target.split("\\.", -1);
            RegisterSchema other = dictionary.schemas().get(parts[0]);
            if (!schema.has(column) || other == null || !other.has(parts[1])) {
                problems.add(Problem.error(
                        new Location(file, null, "foreignKeys"),
                        "« " + column + " » renvoie à « " + target + " », qui n'existe pas"));
            }
        });
    }

    private void descriptor(Path file, String text) {
        try {
            RegisterSchema schema = library.descriptor(file, text);
            subjects.add(
                    new Validation.Subject(text, "dictionnaire", schema.fields().size() + " colonnes"));
            check(schema, text);
        } catch (CedreException e) {
            subjects.add(new Validation.Subject(text, "dictionnaire", "refusé"));
            refused(e, text);
        }
    }

    /** The folder of a file shown, so that a place reads from where the command was run. */
    private static String folderOf(String shown) {
        if (!shown.endsWith(".csv")) {
            return shown.endsWith("/") ? shown.substring(0, shown.length() - 1) : shown;
        }
        String parent = parentOf(shown);
        return parent.equals("registres") ? "." : parent.endsWith("/registres") ? parentOf(parent) : parent;
    }

    /** Reads a whole evidence folder, without judging it. */
    private void evidence(Path folder, String shown) {
        Dossier dossier = Dossier.open(folder, dictionary, period);
        dossier.readingOrder().forEach(register -> dossier.stream(register, row -> {}));
        long rows = dossier.files(false).stream().mapToLong(f -> f.rows()).sum();
        subjects.add(new Validation.Subject(
                shown, "dossier", count(dossier.files(false).size(), "fichier") + ", " + count(rows, "ligne")));
        for (Problem problem : dossier.problems().sorted()) {
            Location in = problem.location();
            boolean here = shown.equals(".");
            Location where = here ? in : new Location(folderOf(shown) + "/" + in.file(), in.line(), in.column());
            problems.add(new Problem(problem.severity(), where, problem.message(), problem.unusable()));
        }
    }
}
