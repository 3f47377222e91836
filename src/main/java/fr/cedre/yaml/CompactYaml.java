package fr.cedre.yaml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The trees of the bundled YAML and JSON files, as the build has already parsed them: parsing 300 KB of YAML in a cold JVM costs more than the empty
 * JVM itself. The YAML stays the only reference: a tree serves only for a file of the same name, length and CRC-32, so that an edited file is always
 * parsed anew; a missing or damaged compact file is as if there were none.
 *
 * <p>Layout (big-endian): {@link #MAGIC}, CRC-32 of all that follows, number of files; for each its name, length, CRC-32, offset of its tree. A tree is
 * its table of distinct texts, then its nodes, depth first. Numbers are written seven bits a byte.
 */
public final class CompactYaml {

    /** Its name in the program's {@code lib} folder. */
    public static final String FILE = "referentiels.bin";

    /** Changes with the layout. */
    static final int MAGIC = 0xCED7E001;

    /** Kinds of nodes. */
    static final int PLAIN = 0;

    static final int QUOTED = 1;
    static final int SEQUENCE = 2;
    static final int MAPPING = 3;

    private static final CompactYaml NONE = new CompactYaml(new byte[0], Map.of());

    private final byte[] bytes;
    private final Map<String, Source> sources;

    private CompactYaml(byte[] bytes, Map<String, Source> sources) {
        this.bytes = bytes;
        this.sources = sources;
    }

    /** The file a tree was parsed from, and where the tree is. */
    private record Source(int length, int crc, int offset) {}

    /** Knows no tree: every file is parsed. */
    public static CompactYaml none() {
        return NONE;
    }

    /** Opens a compact file; one that is absent, damaged or of another version knows no tree. */
    public static CompactYaml open(Path file) {
        try {
            return Files.isRegularFile(file) ? of(Files.readAllBytes(file)) : NONE;
        } catch (IOException e) {
            return NONE;
        }
    }

    static CompactYaml of(byte[] bytes) {
        Input in = new Input(bytes, 0);
        if (bytes.length < 9 || in.fixed() != MAGIC || in.fixed() != crc(bytes, 8)) {
            return NONE;
        }
        int n = in.number();
        Map<String, Source> sources = new HashMap<>(2 * n);
        for (int i = 0; i < n; i++) {
            sources.put(in.text(), new Source(in.number(), in.fixed(), in.number()));
        }
        return new CompactYaml(bytes, sources);
    }

    static int crc(byte[] bytes, int from) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, bytes.length - from);
        return (int) crc.getValue();
    }

    /**
     * The tree of a file, or null when it must be parsed.
     *
     * @param name file name
     * @param content its bytes today
     */
    public @Nullable YamlNode find(String name, byte[] content) {
        Source source = sources.get(name);
        if (source == null || source.length != content.length || source.crc != crc(content, 0)) {
            return null;
        }
        return new TreeReader(new Input(bytes, source.offset)).node();
    }

    private static final class TreeReader {
        private final Input in;
        private final String[] texts;
        private int line;

        TreeReader(Input in) {
            this.in = in;
            this.texts = new String[in.number()];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = in.text();
            }
        }

        private int line() {
            line += in.signed();
            return line;
        }

        YamlNode node() {
            int kind = in.number();
            int start = line();
            switch (kind) {
                case PLAIN, QUOTED -> {
                    return new YamlNode.Scalar(texts[in.number()], kind == QUOTED, start);
                }
                case SEQUENCE -> {
                    int n = in.number();
                    List<YamlNode> items = new ArrayList<>(n);
                    for (int i = 0; i < n; i++) {
                        items.add(node());
                    }
                    return new YamlNode.Sequence(items, start);
                }
                default -> {
                    int n = in.number();
                    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>(2 * n);
                    for (int i = 0; i < n; i++) {
                        String key = texts[in.number()];
                        int keyLine = line();
                        entries.put(key, new YamlNode.Entry(node(), keyLine));
                    }
                    return new YamlNode.Mapping(entries, start);
                }
            }
        }
    }

    /** Reads numbers and texts; by hand, because a stream of streams costs more than the tree at start-up. */
    private static final class Input {
        private final byte[] bytes;
        private int at;

        Input(byte[] bytes, int at) {
            this.bytes = bytes;
            this.at = at;
        }

        int fixed() {
            int value = 0;
            for (int i = 0; i < 4; i++) {
                value = (value << 8) | (bytes[at++] & 0xFF);
            }
            return value;
        }

        int number() {
            int b = bytes[at++];
            int value = b & 0x7F;
            for (int shift = 7; b < 0; shift += 7) {
                b = bytes[at++];
                value |= (b & 0x7F) << shift;
            }
            return value;
        }

        int signed() {
            int value = number();
            return (value >>> 1) ^ -(value & 1);
        }

        /** Length twice, plus one when the text is not Latin-1: Latin-1 is copied, UTF-8 must be decoded. */
        String text() {
            int head = number();
            int length = head >>> 1;
            String text = new String(
                    bytes, at, length, (head & 1) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
            at += length;
            return text;
        }
    }
}
