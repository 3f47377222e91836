package fr.cedre.dossier;

import fr.cedre.problem.Location;
import fr.cedre.problem.NearestName;
import fr.cedre.problem.Problem;
import fr.cedre.problem.Problems;
import fr.cedre.yaml.YamlNode;
import fr.cedre.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An evidence folder: small files are read at once, registers are streamed when asked for. Every file stands on its own: a bad one never hides the others.
 */
public final class Dossier {

    private static final String REGISTERS = "registres";
    private static final String PROOFS = "preuves";
    private static final long MAX_STRUCTURE = 1 << 20;

    private final Path root;
    private final Dictionary dictionary;
    private final Period period;
    private final Problems problems = new Problems();
    private final Map<String, RegisterReader> readers = new LinkedHashMap<>();
    private final Map<String, RegisterInfo> registers = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> knownKeys = new HashMap<>();
    private final Map<String, RegisterReader.Interruption> interruptions = new TreeMap<>();
    private final List<FileRead> files = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<Judgement> judgements = new ArrayList<>();
    private final Set<Integer> toFill = new TreeSet<>();
    private final Set<String> citedFiles = new TreeSet<>();
    private final Set<String> referenced;
    private final Set<String> streamed = new TreeSet<>();
    private @Nullable Structure structure;

    private Dossier(Path root, Dictionary dictionary, Period period) {
        this.root = root;
        this.dictionary = dictionary;
        this.period = period;
        this.referenced = dictionary.referenced();
    }

    /** Opens a folder: structure, proofs, judgements, headers of the registers. Rows come with {@link #stream}. */
    public static Dossier open(Path root, Dictionary dictionary, Period period) {
        Dossier dossier = new Dossier(root, dictionary, period);
        dossier.readStructure();
        dossier.openRegisters();
        dossier.readEvidence();
        dossier.readJudgements();
        return dossier;
    }

    /** Who is checked, or empty when {@code structure.yaml} cannot be used. */
    public Optional<Structure> structure() {
        return Optional.ofNullable(structure);
    }

    /** Where loading problems go. */
    public Problems problems() {
        return problems;
    }

    /** Every register of the dictionary, present or not. */
    public Map<String, RegisterInfo> registers() {
        return java.util.Collections.unmodifiableMap(registers);
    }

    /** Every proof, in file order. */
    public List<Evidence> evidence() {
        return List.copyOf(evidence);
    }

    /** Every judgement, in file order. */
    public List<Judgement> judgements() {
        return List.copyOf(judgements);
    }

    /** Registers whose reading stopped before the end, with the line. */
    public Map<String, Integer> interruptions() {
        Map<String, Integer> lines = new TreeMap<>();
        interruptions.forEach((name, i) -> lines.put(name, i.line()));
        return lines;
    }

    /** The controlled period. */
    public Period period() {
        return period;
    }

    private void readStructure() {
        Path file = root.resolve(Structure.FILE);
        if (!Files.isRegularFile(file)) {
            String near = NearestName.of(Structure.FILE, names(root))
                    .map(n -> " ; « " + n + " » s'y trouve : est-ce lui ?")
                    .orElse(" : ce fichier dit qui est contrôlé (nom, types)");
            problems.add(Problem.unusable(Location.of(Structure.FILE), "fichier absent du dossier" + near));
            return;
        }
        try {
            if (Files.size(file) > MAX_STRUCTURE) {
                problems.add(Problem.unusable(
                        Location.of(Structure.FILE),
                        "fichier de plus d'un mégaoctet : ce n'est pas une description de structure"));
                return;
            }
            byte[] bytes = Files.readAllBytes(file);
            Decoded decoded = decode(bytes);
            files.add(new FileRead(Structure.FILE, decoded.label(), null, 0, 0, 0, null));
            Optional<YamlNode> node = YamlReader.read(decoded.text(), Structure.FILE, problems);
            if (node.isEmpty()) {
                return;
            }
            if (node.get() instanceof YamlNode.Mapping mapping) {
                structure = new StructureReader(mapping, problems).read();
            } else {
                problems.add(Problem.unusable(
                        Location.of(Structure.FILE), "des lignes « clé: valeur » sont attendues (nom, types…)"));
            }
        } catch (IOException e) {
            problems.add(Problem.unusable(
                    Location.of(Structure.FILE), "fichier impossible à ouvrir : vérifier les droits d'accès"));
        }
    }

    /** A text and the name of its encoding. */
    record Decoded(String text, String label) {}

    static Decoded decode(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return new Decoded(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE), "UTF-16");
        }
        int from =
                bytes.length >= 3 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB && (bytes[2] & 0xFF) == 0xBF
                        ? 3
                        : 0;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
            return new Decoded(text, from == 3 ? "UTF-8 avec BOM" : "UTF-8");
        } catch (CharacterCodingException e) {
            return new Decoded(new String(bytes, Charset.forName("windows-1252")), "Windows-1252");
        }
    }

    private void openRegisters() {
        Map<String, Map<String, String>> mapping = structure == null ? Map.of() : structure.columns();
        for (String register : mapping.keySet()) {
            if (!dictionary.schemas().containsKey(register)) {
                problems.add(Problem.warning(
                        Location.of(Structure.FILE),
                        "colonnes : « " + register + " » n'est pas un registre"
                                + NearestName.hint(
                                        register, dictionary.schemas().keySet())));
            }
        }
        Map<String, String> found = registerFiles();
        for (RegisterSchema schema : dictionary.schemas().values()) {
            boolean atRoot = Dictionary.ROOT_FILES.contains(schema.name());
            String file = atRoot
                    ? schema.name() + ".csv"
                    : found.getOrDefault(schema.name(), REGISTERS + "/" + schema.name() + ".csv");
            Path path = root.resolve(file);
            if (Files.isDirectory(path)) {
                problems.add(
                        Problem.unusable(Location.of(file), "c'est un dossier, non un fichier CSV : il n'est pas lu"));
                registers.put(schema.name(), new RegisterInfo(schema, file, true, false, Set.of()));
                continue;
            }
            if (!Files.isRegularFile(path)) {
                registers.put(schema.name(), new RegisterInfo(schema, file, false, true, Set.of()));
                if (schema.name().equals("preuves")) {
                    problems.add(Problem.warning(
                            Location.of(file),
                            "fichier absent : aucune preuve documentaire n'est référencée"
                                    + NearestName.of(file, names(root))
                                            .map(n -> " ; « " + n + " » s'y trouve : est-ce lui ?")
                                            .orElse("")));
                }
                continue;
            }
            RegisterReader reader = new RegisterReader(path, file, schema, problems);
            registers.put(schema.name(), reader.open(mapping.getOrDefault(schema.name(), Map.of())));
            readers.put(schema.name(), reader);
        }
    }

    /** Register files by register name; any other file is named with the nearest register. */
    private Map<String, String> registerFiles() {
        Map<String, String> found = new TreeMap<>();
        Path folder = root.resolve(REGISTERS);
        if (!Files.isDirectory(folder)) {
            return found;
        }
        for (String name : names(folder)) {
            if (name.startsWith(".") || name.startsWith("~$")) {
                continue;
            }
            String lower = name.toLowerCase(Locale.ROOT);
            String file = REGISTERS + "/" + name;
            boolean csv = lower.endsWith(".csv") || lower.endsWith(".txt") || lower.endsWith(".tsv");
            String stem =
                    ValueParser.code(csv ? name.substring(0, name.length() - 4) : name.replaceFirst("\\.[^.]*$", ""));
            boolean register = dictionary.schemas().containsKey(stem) && !Dictionary.ROOT_FILES.contains(stem);
            if (csv && register) {
                String before = found.putIfAbsent(stem, file);
                if (before != null) {
                    problems.add(Problem.warning(
                            Location.of(file),
                            "deuxième fichier pour le registre « " + stem + " » : seul " + before + " est lu"));
                }
            } else if (register) {
                problems.add(Problem.warning(
                        Location.of(file),
                        "ce fichier n'est pas un CSV et n'est pas lu : l'enregistrer en « " + stem + ".csv »"));
            } else {
                problems.add(Problem.warning(
                        Location.of(file),
                        "fichier qui n'est pas un registre connu, ignoré" + NearestName.hint(stem, registerNames())));
            }
        }
        return found;
    }

    private Set<String> registerNames() {
        return dictionary.schemas().keySet().stream()
                .filter(n -> !Dictionary.ROOT_FILES.contains(n))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(p -> p.getFileName().toString())
                    .limit(10_000)
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private void readEvidence() {
        EvidenceReader reader = new EvidenceReader(root, dictionary.get("preuves"), period.end(), problems);
        stream(PROOFS, row -> evidence.add(reader.read(row)));
        evidence.stream().filter(Evidence::toFill).forEach(e -> toFill.add(e.line()));
        citedFiles.addAll(reader.citedFiles());
    }

    private void readJudgements() {
        RegisterSchema schema = dictionary.get("jugements");
        stream("jugements", row -> {
            String type = row.text(schema.position("type"));
            String status = row.text(schema.position("statut"));
            String gravity = row.text(schema.position("gravite"));
            judgements.add(new Judgement(
                    row.text(schema.position("specification")),
                    type.isEmpty() ? null : new StructureType(type.toUpperCase(Locale.ROOT)),
                    Cell.isValue(row.value(schema.position("statut"))) ? status : null,
                    Cell.isValue(row.value(schema.position("gravite"))) ? gravity : null,
                    date(row, "evalue_le"),
                    row.value(schema.position("valable_jusqu_au")) == Cell.UNREADABLE
                            ? LocalDate.MIN
                            : date(row, "valable_jusqu_au"),
                    Cell.isValue(row.value(schema.position("evalue_par"))),
                    row.line()));
        });
    }

    private static @Nullable LocalDate date(Row row, String column) {
        long value = row.value(row.schema().position(column));
        return Cell.isValue(value) ? LocalDate.ofEpochDay(value) : null;
    }

    /**
     * Streams a register once: every row up to the audit date, save the lines of {@code preuves.csv} still to fill. Registers that others point to should be streamed first, so that dangling identifiers are named.
     */
    public void stream(String register, Consumer<Row> consumer) {
        RegisterReader reader = readers.get(register);
        RegisterInfo info = registers.get(register);
        if (reader == null || info == null || !info.usable()) {
            return;
        }
        // What is wrong with the file is said the first time only.
        boolean first = streamed.add(register);
        RowBuilder rows = rows(info, reader, first ? problems : new Problems(), false);
        RegisterReader.Interruption interruption = reader.stream(rows, filled(register, consumer), first);
        if (interruption != null) {
            interruptions.put(register, interruption);
        }
        knownKeys.putAll(rows.exports());
        TextEncoding encoding = reader.encoding();
        files.removeIf(f -> f.file().equals(info.file()));
        files.add(new FileRead(
                info.file(),
                encoding == null ? null : encoding.label(),
                reader.separator(),
                rows.rows(),
                rows.laterRows(),
                rows.laterDates(),
                null));
    }

    /** Streams a register once more, with the rows that start after the audit date; what is wrong with them is said by {@link #stream}. */
    public void streamWithLater(String register, Consumer<Row> consumer) {
        RegisterReader reader = readers.get(register);
        RegisterInfo info = registers.get(register);
        if (reader != null && info != null && info.usable()) {
            reader.stream(rows(info, reader, new Problems(), true), filled(register, consumer), false);
        }
    }

    /** A line of preuves.csv that nobody has filled yet is no document: nothing is asked of it. */
    private Consumer<Row> filled(String register, Consumer<Row> consumer) {
        return toFill.isEmpty() || !register.equals(PROOFS)
                ? consumer
                : row -> {
                    if (!toFill.contains(row.line())) {
                        consumer.accept(row);
                    }
                };
    }

    private RowBuilder rows(RegisterInfo of, RegisterReader by, Problems said, boolean later) {
        return new RowBuilder(of.schema(), of.file(), by.fields(), period, knownKeys, referenced, said, later);
    }

    /** Present registers in reading order: those that others point to first. */
    public List<String> readingOrder() {
        Set<String> targets = referenced.stream()
                .map(r -> r.substring(0, r.indexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
        return readers.keySet().stream()
                .filter(n -> !Dictionary.ROOT_FILES.contains(n))
                .sorted((a, b) -> {
                    int order = Integer.compare(rank(a, targets), rank(b, targets));
                    return order == 0 ? a.compareTo(b) : order;
                })
                .toList();
    }

    private static int rank(String register, Set<String> targets) {
        return register.equals("salaries") ? 0 : targets.contains(register) ? 1 : 2;
    }

    /** The files read, sorted by name; with fingerprints of these and of the documents cited when asked for. */
    public List<FileRead> files(boolean fingerprints) {
        List<FileRead> all = new ArrayList<>(files);
        if (fingerprints) {
            Set<String> read = all.stream().map(FileRead::file).collect(Collectors.toSet());
            citedFiles.stream()
                    .filter(f -> !read.contains(f))
                    .forEach(f -> all.add(new FileRead(f, null, null, 0, 0, 0, null)));
            all.replaceAll(f -> new FileRead(
                    f.file(),
                    f.encoding(),
                    f.separator(),
                    f.rows(),
                    f.laterRows(),
                    f.laterDates(),
                    sha256(root.resolve(f.file()))));
        }
        all.sort((a, b) -> a.file().compareTo(b.file()));
        return all;
    }

    private static @Nullable String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[1 << 16];
            int n;
            while ((n = in.read(block)) > 0) {
                digest.update(block, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            return null;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
