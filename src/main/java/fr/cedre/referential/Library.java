package fr.cedre.referential;

import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.dossier.StructureType;
import fr.cedre.problem.CedreException;
import fr.cedre.problem.NearestName;
import fr.cedre.problem.Problems;
import fr.cedre.yaml.CompactYaml;
import fr.cedre.yaml.YamlNode;
import fr.cedre.yaml.YamlObject;
import fr.cedre.yaml.YamlReader;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds referentials and the registers' dictionary: in a folder given by the user, else in those that come with the program. A file of the user
 * replaces the one of the same name, without code.
 */
public final class Library {

    private static final String SUFFIX = ".yaml";

    /** The file that says what expires in the registers, and how long things take to renew; it stands among the referentials and is none. */
    public static final String DEADLINES = "echeances.yaml";

    private static final String CORRESPONDENCES = "correspondances";

    private final Path bundled;
    private final @Nullable Path own;
    private final List<Path> beside;
    private final CompactYaml compact;
    private final Map<Path, Referential> known = new ConcurrentHashMap<>();
    private final Map<Path, Correspondence> knownLines = new ConcurrentHashMap<>();

    private Library(Path bundled, @Nullable Path own, List<Path> beside, CompactYaml compact) {
        this.bundled = bundled;
        this.own = own;
        this.beside = List.copyOf(beside);
        this.compact = compact;
    }

    /**
     * Opens the library.
     *
     * @param home folder of the installed program, or null to use what stands beside the classes
     * @param own folder given by the user ({@code --referentiels}), or null
     */
    public static Library open(@Nullable Path home, @Nullable Path own) {
        if (own != null && !Files.isDirectory(own)) {
            throw new CedreException("Le dossier de référentiels « " + own + " » est introuvable.");
        }
        Path installed = home == null ? null : home.resolve("referentiels");
        if (home == null || installed == null || !Files.isDirectory(installed)) {
            return new Library(ofClasses(), own, List.of(), CompactYaml.none());
        }
        return new Library(
                installed, own, List.of(), CompactYaml.open(home.resolve("lib").resolve(CompactYaml.FILE)));
    }

    /** The same library, which also looks, last, beside a file given by its path. */
    public Library beside(String name) {
        if (!isPath(name)) {
            return this;
        }
        Path parent = file(name).toAbsolutePath().getParent();
        return parent == null ? this : beside(parent);
    }

    /** The same library, which also looks, last, in a folder. */
    public Library beside(Path folder) {
        List<Path> folders = new ArrayList<>(beside);
        folders.add(folder);
        return new Library(bundled, own, folders, compact);
    }

    /** A register's descriptor read from its file; throws a {@link CedreException} that lists every defect. */
    public RegisterSchema descriptor(Path file, String shown) {
        Dictionary one = Dictionary.read(List.of(new Dictionary.Source(shown, tree(file, shown, "Le dictionnaire "))));
        return one.schemas().values().iterator().next();
    }

    private static Path ofClasses() {
        try {
            URL marker = Library.class.getResource("/referentiels/registres");
            if (marker == null) {
                throw new IllegalStateException("les référentiels ne sont pas dans le programme");
            }
            URI uri = marker.toURI();
            if (uri.getScheme().equals("jar")) {
                opened(uri);
            }
            Path registers = Path.of(uri);
            Path parent = registers.getParent();
            return parent == null ? registers : parent;
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The program's jar as a file system, open once for all the runs of a process. */
    private static void opened(URI jar) throws IOException {
        try {
            FileSystems.newFileSystem(jar, Map.of());
        } catch (FileSystemAlreadyExistsException e) {
            // an earlier run opened it
        }
    }

    /** The registers' dictionary. */
    public Dictionary dictionary() {
        Path folder = own != null && Files.isDirectory(own.resolve("registres"))
                ? own.resolve("registres")
                : bundled.resolve("registres");
        Problems problems = new Problems();
        List<Dictionary.Source> sources = new ArrayList<>();
        for (Path file : list(folder, ".json")) {
            String name = "registres/" + file.getFileName();
            YamlNode node = read(file, name, problems);
            if (node != null) {
                sources.add(new Dictionary.Source(name, node));
            }
        }
        if (problems.anyUnusable()) {
            throw new CedreException("Le dictionnaire des registres est illisible.", problems.sorted());
        }
        return Dictionary.read(sources);
    }

    /** A referential by id, alias, or path of a YAML file. */
    public Referential referential(String name, Dictionary dictionary) {
        return referential(name, dictionary, List.of());
    }

    private synchronized Referential referential(String name, Dictionary dictionary, List<String> opened) {
        Path file = find(name);
        Referential before = known.get(file);
        if (before != null) {
            return before;
        }
        String shown = String.valueOf(file.getFileName());
        if (opened.contains(shown)) {
            throw new CedreException("Des référentiels s'incluent l'un l'autre : " + String.join(", ", opened) + ".");
        }
        List<String> now = new ArrayList<>(opened);
        now.add(shown);
        Library whole = isPath(name) ? beside(name) : this;
        Referential read = ReferentialReader.read(
                tree(file, shown, "Le référentiel "),
                shown,
                dictionary,
                taken -> whole.referential(taken, dictionary, now));
        known.put(file, read);
        return read;
    }

    private YamlNode tree(Path file, String shown, String what) {
        Problems problems = new Problems();
        YamlNode node = read(file, shown, problems);
        if (node == null) {
            throw new CedreException(what + shown + " est illisible.", problems.sorted());
        }
        return node;
    }

    private static boolean isPath(String name) {
        return name.endsWith(SUFFIX) || name.endsWith(".yml") || name.contains("/") || name.contains("\\");
    }

    private static Path file(String name) {
        try {
            Path path = Path.of(name);
            if (Files.isRegularFile(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            // said below
        }
        throw new CedreException("Le fichier de référentiel « " + name + " » est introuvable.");
    }

    /** The file of a referential named by id, alias or path. */
    public Path find(String name) {
        if (isPath(name)) {
            return file(name);
        }
        // v2 is the alias asked for most: found by the name of its file, without reading the aliases of all the others.
        for (String candidate : name.matches("v\\d+") ? List.of(name, "cedre-" + name) : List.of(name)) {
            for (Path folder : folders()) {
                Path file = folder.resolve(candidate + SUFFIX);
                if (Files.isRegularFile(file) && isReferential(file)) {
                    return file;
                }
            }
        }
        return byAlias(name);
    }

    private Path byAlias(String name) {
        Set<String> names = names();
        Set<String> all = new TreeSet<>(names);
        for (Path folder : folders()) {
            for (Path file : referentials(folder)) {
                Problems ignored = new Problems();
                String shown = String.valueOf(file.getFileName());
                if (read(file, shown, ignored) instanceof YamlNode.Mapping mapping) {
                    List<String> aliases = new YamlObject(mapping, shown, "", ignored).texts("alias");
                    if (aliases.contains(name)) {
                        return file;
                    }
                    all.addAll(aliases);
                }
            }
        }
        String hint = NearestName.hint(name, all);
        throw new CedreException("Référentiel inconnu « " + name + " »" + (hint.isEmpty() ? "." : hint)
                + " Référentiels disponibles : " + String.join(", ", names) + ".");
    }

    /** The files of correspondences at hand, by name ({@code A--B.yaml}); a file of the user replaces the one of the same
     * name, first in the folder of referentials, then beside a referential given by its path. */
    public Map<String, Path> correspondenceFiles() {
        Map<String, Path> files = new TreeMap<>();
        List<Path> folders = new ArrayList<>();
        if (own != null) {
            folders.add(own);
        }
        folders.addAll(beside);
        folders.add(bundled);
        for (Path folder : folders) {
            Path inside = folder.resolve(CORRESPONDENCES);
            if (Files.isDirectory(inside)) {
                for (Path file : list(inside, SUFFIX)) {
                    files.putIfAbsent(String.valueOf(file.getFileName()), file);
                }
            }
        }
        return files;
    }

    /** A correspondence read from its file; throws a {@link CedreException} that lists every defect. */
    public Correspondence correspondence(Path file) {
        Correspondence before = knownLines.get(file);
        if (before != null) {
            return before;
        }
        String shown = CORRESPONDENCES + "/" + file.getFileName();
        Correspondence read = CorrespondenceReader.read(tree(file, shown, "La correspondance "), shown);
        knownLines.put(file, read);
        return read;
    }

    private List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        if (own != null) {
            folders.add(own);
        }
        folders.add(bundled);
        folders.addAll(beside);
        return folders;
    }

    /** Ids of the referentials at hand. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Path folder : own == null ? List.of(bundled) : List.of(own, bundled)) {
            for (Path file : referentials(folder)) {
                String name = String.valueOf(file.getFileName());
                names.add(name.substring(0, name.length() - SUFFIX.length()));
            }
        }
        return names;
    }

    /** Ids of the referentials at hand that address all of these types; one that cannot be read is passed over. */
    public List<String> covering(Collection<StructureType> types, Dictionary dictionary) {
        List<String> covering = new ArrayList<>();
        for (String name : names()) {
            try {
                if (referential(name, dictionary).types().containsAll(types)) {
                    covering.add(name);
                }
            } catch (CedreException e) {
                // badly written: cedre validate says so
            }
        }
        return covering;
    }

    private static List<Path> referentials(Path folder) {
        return list(folder, SUFFIX).stream().filter(Library::isReferential).toList();
    }

    private static boolean isReferential(Path file) {
        return !String.valueOf(file.getFileName()).equals(DEADLINES);
    }

    /** The file of deadlines: the user's, else the one that comes with the program. */
    public Path deadlineFile() {
        Path mine = own == null ? null : own.resolve(DEADLINES);
        return mine != null && Files.isRegularFile(mine) ? mine : bundled.resolve(DEADLINES);
    }

    /** The tree of a file of deadlines; throws a {@link CedreException} that lists what keeps it from being one. */
    public YamlNode deadlines(Path file, String shown) {
        return tree(file, shown, "Le fichier d'échéances ");
    }

    private static List<Path> list(Path folder, String suffix) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> String.valueOf(f.getFileName()).endsWith(suffix))
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .toList();
        } catch (IOException e) {
            throw new CedreException("Le dossier « " + folder + " » est illisible.");
        }
    }

    /** A file's tree: as the build has parsed it when the file is still the same, else parsed now. */
    private @Nullable YamlNode read(Path file, String name, Problems problems) {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CedreException("Le fichier « " + file + " » est illisible.");
        }
        YamlNode known = compact.find(name, content);
        if (known != null) {
            return known;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return YamlReader.read(text, name, problems).orElse(null);
        } catch (CharacterCodingException e) {
            throw new CedreException("Le fichier « " + file + " » doit être enregistré en UTF-8.");
        }
    }
}
