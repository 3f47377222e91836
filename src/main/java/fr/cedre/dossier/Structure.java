package fr.cedre.dossier;

import fr.cedre.problem.Location;
import fr.cedre.problem.Problems;
import fr.cedre.yaml.YamlNode;
import fr.cedre.yaml.YamlReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is checked: the content of {@code structure.yaml} (contrat § 2).
 *
 * @param name name of the structure
 * @param types its types, as declared
 * @param referential referential it names, or null
 * @param certification current certificate, or null
 * @param plannedAudit planned audit, or null
 * @param rhythms declared rhythms by name ("regulation")
 * @param funding funding periods
 * @param engagementTarget objective of increase, or null
 * @param nonApplicables declared non-applicabilities
 * @param columns for each register, the original header by expected column
 * @param closures declared closing periods, deducted from rhythms
 * @param root the whole document, for checks on a field
 */
public record Structure(
        String name,
        List<StructureType> types,
        @Nullable String referential,
        @Nullable Certification certification,
        @Nullable LocalDate plannedAudit,
        Map<String, Duration> rhythms,
        List<Funding> funding,
        @Nullable EngagementTarget engagementTarget,
        List<NonApplicable> nonApplicables,
        Map<String, Map<String, String>> columns,
        List<Closure> closures,
        YamlNode.Mapping root) {

    /** The file this is read from. */
    public static final String FILE = "structure.yaml";

    /** Copies the collections. */
    public Structure {
        types = List.copyOf(types);
        rhythms = Map.copyOf(rhythms);
        funding = List.copyOf(funding);
        nonApplicables = List.copyOf(nonApplicables);
        columns = Map.copyOf(columns);
        closures = List.copyOf(closures);
    }

    /**
     * Reads a description; what it cannot read is a problem with its line.
     *
     * @param text content of {@value #FILE}
     * @return empty when it is no description at all
     */
    public static Optional<Structure> read(String text, Problems problems) {
        return YamlReader.read(text, FILE, problems)
                .filter(YamlNode.Mapping.class::isInstance)
                .map(node -> new StructureReader((YamlNode.Mapping) node, problems).read());
    }

    /** The text of a file in the encodings editors use: UTF-8 with or without BOM, UTF-16, Windows-1252. */
    public static String decode(byte[] bytes) {
        return Dossier.decode(bytes).text();
    }

    /** A field by dotted path ({@code rythmes.regulation}); empty when absent, null or an empty list. */
    public Optional<YamlNode> field(String path) {
        YamlNode node = root;
        for (String key : path.split("\\.", -1)) {
            if (!(node instanceof YamlNode.Mapping mapping)) {
                return Optional.empty();
            }
            node = mapping.get(key);
        }
        boolean nothing = node == null
                || (node instanceof YamlNode.Scalar scalar
                        && (scalar.isNull() || scalar.value().isBlank()))
                || (node instanceof YamlNode.Sequence sequence
                        && sequence.items().isEmpty());
        return nothing ? Optional.empty() : Optional.ofNullable(node);
    }

    /** Line where a key of the file stands, or null when it is not written. */
    public @Nullable Integer lineOf(String key) {
        YamlNode.Entry entry = root.entries().get(key);
        return entry == null ? null : entry.keyLine();
    }

    /** A certificate: referential it was delivered under, decision day, line. */
    public record Certification(
            @Nullable String referential, @Nullable LocalDate decidedOn, int line) {}

    /**
     * A funding period.
     *
     * @param type structure type
     * @param start first day
     * @param end last day
     * @param insertionFte funded insertion posts in full-time equivalents, exact, or null
     * @param supportPosts funded support posts, exact, or null
     * @param line line in the file
     */
    public record Funding(
            @Nullable StructureType type,
            LocalDate start,
            LocalDate end,
            @Nullable BigDecimal insertionFte,
            @Nullable BigDecimal supportPosts,
            int line) {}

    /** Objective of increase of the number of engagements. */
    public record EngagementTarget(int value, @Nullable LocalDate setOn, int line) {}

    /** A declared non-applicability; reason and validation are only known as present or absent. */
    public record NonApplicable(
            String specification,
            boolean reasoned,
            boolean validated,
            @Nullable LocalDate until,
            int line) {

        /** Place of the declaration. */
        public Location location() {
            return Location.of(FILE, line, "non_applicables");
        }
    }

    /** A closing period, both days included. */
    public record Closure(LocalDate start, LocalDate end) {}
}
