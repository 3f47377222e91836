package fr.cedre.yaml;

import fr.cedre.problem.Problems;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes what {@link CompactYaml} reads. The build runs it once on {@code referentiels/}; the program never does. */
public final class CompactYamlWriter {

    private CompactYamlWriter() {}

    /**
     * Parses every YAML and JSON file of a folder, at any depth, but {@code schemas/}, which no command reads.
     *
     * @param args folder to read, file to write
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if ((name.endsWith(".yaml") || name.endsWith(".json")) && !name.startsWith("schemas/")) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        }
        Files.write(Path.of(args[1]), write(files));
    }

    /** The compact form of files by name; one whose reading meets a problem is left out, so that the problem is said at each reading. */
    static byte[] write(Map<String, byte[]> files) {
        Map<String, byte[]> trees = new LinkedHashMap<>();
        files.forEach((name, content) -> {
            Problems problems = new Problems();
            Optional<YamlNode> root = YamlReader.read(new String(content, StandardCharsets.UTF_8), name, problems);
            if (root.isPresent() && problems.sorted().isEmpty()) {
                trees.put(name, new TreeWriter().tree(root.get()));
            }
        });
        // The offsets come after the table, whose size depends on theirs: the size settles in a few turns.
        byte[] table = new byte[0];
        int before;
        do {
            before = table.length;
            table = table(files, trees, 8 + before);
        } while (table.length != before);
        Output body = new Output();
        body.writeBytes(table);
        trees.values().forEach(body::writeBytes);
        Output whole = new Output();
        whole.fixed(CompactYaml.MAGIC);
        whole.fixed(CompactYaml.crc(body.toByteArray(), 0));
        whole.writeBytes(body.toByteArray());
        return whole.toByteArray();
    }

    private static byte[] table(Map<String, byte[]> files, Map<String, byte[]> trees, int start) {
        Output table = new Output();
        table.number(trees.size());
        int offset = start;
        for (Map.Entry<String, byte[]> tree : trees.entrySet()) {
            byte[] content = files.getOrDefault(tree.getKey(), new byte[0]);
            table.text(tree.getKey());
            table.number(content.length);
            table.fixed(CompactYaml.crc(content, 0));
            table.number(offset);
            offset += tree.getValue().length;
        }
        return table.toByteArray();
    }

    private static final class TreeWriter {
        private final Map<String, Integer> texts = new LinkedHashMap<>();
        private final Output nodes = new Output();
        private int line;

        byte[] tree(YamlNode root) {
            node(root);
            Output all = new Output();
            all.number(texts.size());
            List<String> inOrder = new ArrayList<>(texts.keySet());
            inOrder.forEach(all::text);
            all.writeBytes(nodes.toByteArray());
            return all.toByteArray();
        }

        private void text(String text) {
            Integer next = texts.size();
            Integer known = texts.putIfAbsent(text, next);
            nodes.number(known == null ? next : known);
        }

        private void line(int now) {
            nodes.signed(now - line);
            line = now;
        }

        private void node(YamlNode node) {
            if (node instanceof YamlNode.Scalar scalar) {
                nodes.number(scalar.quoted() ? CompactYaml.QUOTED : CompactYaml.PLAIN);
                line(scalar.line());
                text(scalar.value());
            } else if (node instanceof YamlNode.Sequence sequence) {
                nodes.number(CompactYaml.SEQUENCE);
                line(sequence.line());
                nodes.number(sequence.items().size());
                sequence.items().forEach(this::node);
            } else if (node instanceof YamlNode.Mapping mapping) {
                nodes.number(CompactYaml.MAPPING);
                line(mapping.line());
                nodes.number(mapping.entries().size());
                mapping.entries().forEach((key, entry) -> {
                    text(key);
                    line(entry.keyLine());
                    node(entry.value());
                });
            }
        }
    }

    /** Mirror of {@link CompactYaml}'s input. */
    private static final class Output extends ByteArrayOutputStream {
        void fixed(int value) {
            for (int shift = 24; shift >= 0; shift -= 8) {
                write(value >>> shift);
            }
        }

        void number(int value) {
            int rest = value;
            while ((rest & ~0x7F) != 0) {
                write((rest & 0x7F) | 0x80);
                rest >>>= 7;
            }
            write(rest);
        }

        void signed(int value) {
            number((value << 1) ^ (value >> 31));
        }

        void text(String text) {
            boolean latin = text.chars().allMatch(c -> c < 0x100);
            byte[] encoded = text.getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
            number((encoded.length << 1) | (latin ? 0 : 1));
            writeBytes(encoded);
        }
    }
}
