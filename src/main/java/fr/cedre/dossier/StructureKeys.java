package fr.cedre.dossier;

import fr.cedre.problem.Problems;
import fr.cedre.yaml.YamlNode;
import fr.cedre.yaml.YamlObject;
import fr.cedre.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What may be written in {@code structure.yaml}, key by key, for people. */
public final class StructureKeys {

    private static final String FILE = "cles-structure.yaml";

    private StructureKeys() {}

    /**
     * A key.
     *
     * @param path dotted path ({@code rythmes.regulation})
     * @param title title
     * @param text what it says
     * @param write what to write
     * @param example lines of YAML
     */
    public record Key(String path, String title, String text, String write, String example) {}

    /** Every key, in the order people meet them. */
    public static List<Key> all() {
        List<Key> keys = new ArrayList<>();
        Problems problems = new Problems();
        if (YamlReader.read(text(), FILE, problems).orElse(null) instanceof YamlNode.Mapping mapping) {
            for (YamlObject o : new YamlObject(mapping, FILE, "", problems).objects("cles")) {
                keys.add(new Key(
                        o.requiredText("cle"),
                        o.requiredText("titre"),
                        o.requiredText("texte"),
                        o.requiredText("ecrire"),
                        o.requiredText("exemple")));
            }
        }
        if (!problems.sorted().isEmpty()) {
            throw new IllegalStateException(problems.sorted().toString());
        }
        return List.copyOf(keys);
    }

    private static String text() {
        try (InputStream in = StructureKeys.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
