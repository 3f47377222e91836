package fr.cedre.yaml;

import fr.cedre.problem.Location;
import fr.cedre.problem.Problem;
import fr.cedre.problem.Problems;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads one YAML document into {@link YamlNode}s. No tag is ever turned into an object; aliases of collections are refused, so that an alias bomb
 * cannot grow; depth and size are bounded.
 */
public final class YamlReader {

    private static final int MAX_DEPTH = 40;
    private static final int MAX_CODE_POINTS = 8 * 1024 * 1024;

    private YamlReader() {}

    /** Reads a text; problems go to {@code problems} and the result is empty when the text cannot be read. */
    public static Optional<YamlNode> read(String text, String file, Problems problems) {
        return read(new StringReader(text), file, problems);
    }

    private static Optional<YamlNode> read(Reader reader, String file, Problems problems) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(true);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setCodePointLimit(MAX_CODE_POINTS);
        try {
            Composer composer =
                    new Composer(new ParserImpl(new StreamReader(reader), options), new Resolver(), options);
            Node root = composer.getSingleNode();
            if (root == null) {
                problems.add(Problem.unusable(Location.of(file), "fichier vide : une description YAML est attendue"));
                return Optional.empty();
            }
            return Optional.of(new Converter(file, problems).convert(root));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            int column = e.getProblemMark() == null ? 1 : e.getProblemMark().getColumn() + 1;
            problems.add(Problem.unusable(
                    Location.of(file, line),
                    "YAML illisible à partir de la colonne " + column
                            + " : vérifier l'indentation (des espaces, jamais de tabulation), les deux-points suivis d'une"
                            + " espace et les guillemets"));
        } catch (YAMLException e) {
            problems.add(Problem.unusable(
                    Location.of(file),
                    "YAML refusé : alias de collections (« *nom »), imbrication de plus de " + MAX_DEPTH
                            + " niveaux ou taille de plus de 8 Mo ; écrire les valeurs en toutes lettres"));
        }
        return Optional.empty();
    }

    private static final class Converter {
        private final String file;
        private final Problems problems;
        private final IdentityHashMap<Node, YamlNode> done = new IdentityHashMap<>();

        Converter(String file, Problems problems) {
            this.file = file;
            this.problems = problems;
        }

        YamlNode convert(Node node) {
            YamlNode known = done.get(node);
            if (known != null) {
                return known;
            }
            int line = node.getStartMark().getLine() + 1;
            YamlNode result;
            if (node instanceof ScalarNode scalar) {
                result = new YamlNode.Scalar(scalar.getValue(), !scalar.isPlain(), line);
            } else if (node instanceof SequenceNode sequence) {
                List<YamlNode> items = new ArrayList<>(sequence.getValue().size());
                for (Node item : sequence.getValue()) {
                    items.add(convert(item));
                }
                result = new YamlNode.Sequence(items, line);
            } else {
                result = mapping((MappingNode) node, line);
            }
            done.put(node, result);
            return result;
        }

        private YamlNode mapping(MappingNode node, int line) {
            Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
            for (NodeTuple tuple : node.getValue()) {
                int keyLine = tuple.getKeyNode().getStartMark().getLine() + 1;
                if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                    problems.add(Problem.error(Location.of(file, keyLine), "clé YAML qui n'est pas un mot : ignorée"));
                    continue;
                }
                YamlNode.Entry entry = new YamlNode.Entry(convert(tuple.getValueNode()), keyLine);
                YamlNode.Entry before = entries.putIfAbsent(key.getValue(), entry);
                if (before != null) {
                    problems.add(Problem.error(
                            Location.of(file, keyLine, key.getValue()),
                            "clé « " + key.getValue() + " » écrite deux fois (déjà ligne " + before.keyLine()
                                    + ") : la première est gardée"));
                }
            }
            return new YamlNode.Mapping(entries, line);
        }
    }
}
