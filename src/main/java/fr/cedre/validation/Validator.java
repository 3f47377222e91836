package fr.cedre.validation;

import fr.cedre.deadline.DeadlineRules;
import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.Dossier;
import fr.cedre.dossier.FileRead;
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
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
            correspondence(file, library, "correspondances/" + file.getFileName());
        }
        deadlines(library.deadlineFile(), Library.DEADLINES);
        return new Validation(subjects, problems);
    }

    /** Verifies files and folders. */
    public Validation of(List<String> paths) {
        for (String path : paths) {
            String text = path.replace(File.separatorChar, '/');
            one(text.length() > 1 && text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        }
        return new Validation(subjects, problems);
    }

    private void one(String text) {
        Path path = Path.of(text);
        if (Files.isDirectory(path)) {
            folder(path, text);
        } else if (!Files.isRegularFile(path)) {
            if (!text.contains("/") && !text.contains("\\") && !text.contains(".")) {
                named(text);
            } else {
                problems.add(Problem.unusable(Location.of(text), "fichier introuvable"));
            }
        } else {
            file(path, text);
        }
    }

    /** A referential by id or alias: said under the name of its file. */
    private void named(String name) {
        String shown;
        try {
            shown = String.valueOf(library.find(name).getFileName());
        } catch (CedreException e) {
            refused(e, name);
            return;
        }
        referential(name, shown, library);
    }

    private void folder(Path path, String text) {
        if (Group.is(path)) {
            group(path, text);
            return;
        }
        if (Files.exists(path.resolve(Structure.FILE))) {
            evidence(path, text, text, null);
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
        Path parent = path.toAbsolutePath().normalize().getParent();
        Path above = parent == null ? null : parent.getParent();
        if (name.equals(Group.FILE) && parent != null) {
            group(parent, parentOf(text));
        } else if (name.equals(Structure.FILE) && parent != null) {
            evidence(parent, parentOf(text), parentOf(text), null);
        } else if (name.endsWith(".csv") && parent != null) {
            boolean nested = String.valueOf(parent.getFileName()).equals("registres");
            if (nested && above != null) {
                evidence(above, text, aboveOf(parentOf(text)), "registres/" + name);
            } else {
                evidence(parent, text, parentOf(text), name);
            }
        } else if (name.equals(Library.DEADLINES)) {
            deadlines(path, text);
        } else if (name.endsWith(".json")) {
            descriptor(path, text);
        } else if (name.contains(Correspondence.SEPARATOR)) {
            correspondence(path, above == null ? library : library.beside(above), text);
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
            for (String member : group.members()) {
                String place = shown.equals(".") ? member : shown + "/" + member;
                evidence(folder.resolve(member), place, place, null);
            }
        } catch (CedreException e) {
            subjects.add(new Validation.Subject(shown, "groupe", "refusé"));
            refused(e, shown.equals(".") ? Group.FILE : shown + "/" + Group.FILE);
        }
    }

    private static String parentOf(String text) {
        int cut = text.lastIndexOf('/');
        return cut <= 0 ? "." : text.substring(0, cut);
    }

    /** The folder above the one of registers, as written. */
    private static String aboveOf(String registers) {
        if (registers.equals("registres") || registers.endsWith("/registres")) {
            return parentOf(registers);
        }
        return registers.equals(".") ? ".." : registers + "/..";
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
            String other = known(alias);
            if (other == null || other.equals(one.id())) {
                other = names.putIfAbsent(alias, one.id());
            }
            if (other != null && !other.equals(one.id())) {
                problems.add(Problem.error(
                        new Location(shown, null, "alias"),
                        "le nom « " + alias + " » désigne déjà le référentiel " + other));
            }
        }
    }

    /** Id of the referential that a name leads to, or null when it leads nowhere. */
    private @Nullable String known(String name) {
        try {
            return library.referential(name, dictionary).id();
        } catch (CedreException e) {
            return null;
        }
    }

    private void refused(CedreException e, String shown) {
        if (e.problems().isEmpty()) {
            problems.add(Problem.unusable(Location.of(shown), String.valueOf(e.getMessage())));
        }
        e.problems().forEach(p -> problems.add(placed(p, shown)));
    }

    /** The same problem, in the file as it was named, so that a place reads from where the command was run. */
    private static Problem placed(Problem problem, String shown) {
        Location in = problem.location();
        String name = shown.substring(shown.lastIndexOf('/') + 1);
        return in.file().equals(name) || in.file().equals("correspondances/" + name)
                ? new Problem(
                        problem.severity(),
                        new Location(shown, in.line(), in.column()),
                        problem.message(),
                        problem.unusable())
                : problem;
    }

    private void correspondence(Path file, Library from, String shown) {
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
            found.forEach(p -> problems.add(placed(p, shown)));
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

    private void deadlines(Path file, String shown) {
        try {
            DeadlineRules rules = DeadlineRules.read(library.deadlines(file, shown), shown, dictionary);
            subjects.add(new Validation.Subject(
                    shown,
                    "échéances",
                    count(rules.size(), "sorte") + " d'échéances, "
                            + count(rules.parameters().size(), "valeur") + " du projet"));
            problems.addAll(DeadlineLint.problems(rules, library, dictionary, shown));
        } catch (CedreException e) {
            subjects.add(new Validation.Subject(shown, "échéances", "refusé"));
            refused(e, shown);
        }
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

    /**
     * Reads a whole evidence folder, without judging it.
     *
     * @param shown what was asked for
     * @param place the folder, from where the command was run
     * @param only the one file asked for, or null for all
     */
    private void evidence(Path folder, String shown, String place, @Nullable String only) {
        Dossier dossier = Dossier.open(folder, dictionary, period);
        dossier.readingOrder().forEach(register -> dossier.stream(register, row -> {}));
        dossier.stream("autoevaluation", row -> {});
        List<FileRead> files = dossier.files(false).stream()
                .filter(f -> only == null || f.file().equals(only))
                .toList();
        long rows = files.stream().mapToLong(f -> f.rows()).sum();
        subjects.add(new Validation.Subject(
                shown,
                only == null ? "dossier" : "registre",
                (only == null ? count(files.size(), "fichier") + ", " : "") + count(rows, "ligne")));
        for (Problem problem : dossier.problems().sorted()) {
            Location in = problem.location();
            if (only == null || in.file().equals(only)) {
                String path = place.equals(".") ? in.file() : place + "/" + in.file();
                Location where = new Location(path, in.line(), in.column());
                problems.add(new Problem(problem.severity(), where, problem.message(), problem.unusable()));
            }
        }
    }
}
