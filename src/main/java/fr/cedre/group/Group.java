package fr.cedre.group;

import fr.cedre.problem.CedreException;
import fr.cedre.problem.Location;
import fr.cedre.problem.NearestName;
import fr.cedre.problem.Problem;
import fr.cedre.problem.Problems;
import fr.cedre.yaml.YamlNode;
import fr.cedre.yaml.YamlObject;
import fr.cedre.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A group as {@code groupe.yaml} describes it (contrat § 2).
 *
 * @param folder its folder
 * @param name name
 * @param referential referential it names, or null
 * @param joint whether it seeks one certification for all, or null when it does not say
 * @param members folders of its members, relative to its own, in the order of the file
 */
public record Group(
        Path folder,
        String name,
        @Nullable String referential,
        @Nullable Boolean joint,
        List<String> members) {

    /** The file this is read from. */
    public static final String FILE = "groupe.yaml";

    private static final Set<String> YES = Set.of("oui", "vrai", "true", "yes");
    private static final Set<String> NO = Set.of("non", "faux", "false", "no");

    /** Copies the list. */
    public Group {
        members = List.copyOf(members);
    }

    /** True for a folder that describes a group. */
    public static boolean is(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /** Reads it; refuses it with every defect and its line. */
    public static Group read(Path folder) {
        Problems problems = new Problems();
        String text;
        try {
            text = Files.readString(folder.resolve(FILE), StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new CedreException("Le fichier groupe.yaml doit être enregistré en UTF-8.");
        } catch (IOException e) {
            throw new CedreException("Le fichier groupe.yaml est illisible : vérifier les droits d'accès.");
        }
        Optional<YamlNode> node = YamlReader.read(text.startsWith("\uFEFF") ? text.substring(1) : text, FILE, problems);
        if (node.isPresent() && !(node.get() instanceof YamlNode.Mapping)) {
            problems.add(
                    Problem.unusable(Location.of(FILE), "des lignes « clé: valeur » sont attendues (nom, membres)"));
        }
        if (node.isEmpty() || !(node.get() instanceof YamlNode.Mapping mapping)) {
            throw new CedreException("Le groupe n'a pas pu être lu.", problems.sorted());
        }
        YamlObject root = YamlObject.strict(mapping, FILE, problems);
        Group group = new Group(
                folder,
                root.requiredText("nom"),
                root.text("referentiel").map(name -> own(folder, name)).orElse(null),
                joint(root),
                members(root, folder));
        root.close();
        if (!problems.sorted().isEmpty()) {
            throw new CedreException("Le groupe n'a pas pu être lu.", problems.sorted());
        }
        return group;
    }

    private static @Nullable Boolean joint(YamlObject root) {
        String word = root.text("certification_groupe").orElse("").toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            return null;
        }
        if (!YES.contains(word) && !NO.contains(word)) {
            root.error("certification_groupe", "oui ou non est attendu");
        }
        return YES.contains(word);
    }

    private static List<String> members(YamlObject root, Path folder) {
        Map<Path, String> members = new LinkedHashMap<>();
        YamlNode node = root.node("membres");
        if (node instanceof YamlNode.Sequence sequence) {
            for (YamlNode item : sequence.items()) {
                if (item instanceof YamlNode.Scalar scalar) {
                    member(scalar.value().strip(), item.line(), root, folder, members);
                } else {
                    error(root, item.line(), "le nom d'un sous-dossier est attendu");
                }
            }
        } else {
            root.texts("membres").forEach(m -> member(m, root.lineOf("membres"), root, folder, members));
        }
        if (members.isEmpty() && root.problems().sorted().isEmpty()) {
            root.error(
                    "membres",
                    "« membres » doit citer au moins un sous-dossier, par exemple « membres: [ai-nord, aci-sud] »");
        }
        return List.copyOf(members.values());
    }

    /** Adds one member under its real folder, so that no spelling makes it count twice. */
    private static void member(String name, int line, YamlObject root, Path folder, Map<Path, String> members) {
        try {
            Path home = folder.toRealPath();
            Path whole = folder.toAbsolutePath().normalize();
            Path member = whole.resolve(name).normalize();
            if (name.isEmpty()) {
                error(root, line, "le nom d'un sous-dossier est attendu");
            } else if (Path.of(name).isAbsolute() || !member.startsWith(whole)) {
                error(root, line, "« " + name + " » sort du dossier du groupe : seul un sous-dossier est lu");
            } else if (!Files.isDirectory(member)) {
                String hint = NearestName.hint(name, folders(folder));
                error(root, line, "sous-dossier « " + name + " » introuvable" + hint);
            } else if (!member.toRealPath().startsWith(home)) {
                error(root, line, "« " + name + " » mène hors du dossier du groupe : il n'est pas lu");
            } else if (!member.toRealPath().equals(home) && is(member)) {
                error(root, line, "« " + name + " » est lui-même un groupe : citer ses membres (« " + name + "/… »)");
            } else if (members.containsKey(member.toRealPath())) {
                error(root, line, "« " + name + " » est cité deux fois");
            } else {
                String plain = whole.relativize(member).toString().replace('\\', '/');
                members.put(member.toRealPath(), plain.isEmpty() ? "." : plain);
            }
        } catch (IOException | InvalidPathException e) {
            error(root, line, "« " + name + " » n'est pas un nom de dossier lisible");
        }
    }

    private static void error(YamlObject root, int line, String message) {
        root.problems().add(Problem.error(Location.of(FILE, line, "membres"), message));
    }

    private static Set<String> folders(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory)
                    .map(p -> String.valueOf(p.getFileName()))
                    .limit(10_000)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** A referential written as a file is looked for beside {@code groupe.yaml} first. */
    private static String own(Path folder, String name) {
        try {
            boolean file = name.endsWith(".yaml") || name.endsWith(".yml");
            Path beside = folder.resolve(name);
            return file && Files.isRegularFile(beside) ? beside.toAbsolutePath().toString() : name;
        } catch (InvalidPathException e) {
            return name;
        }
    }
}
