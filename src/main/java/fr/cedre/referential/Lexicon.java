package fr.cedre.referential;

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

/** Words that every report uses, whatever the referential, and the files of a folder. */
final class Lexicon {

    private static final String FILE = "mots.yaml";

    private Lexicon() {}

    /** A word, its title and what it means. */
    record Word(String word, String title, String text) {}

    static List<Word> all() {
        List<Word> words = new ArrayList<>();
        Problems problems = new Problems();
        try (InputStream in = Lexicon.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (YamlReader.read(text, FILE, problems).orElse(null) instanceof YamlNode.Mapping mapping) {
                for (YamlObject o : new YamlObject(mapping, FILE, "", problems).objects("mots")) {
                    words.add(new Word(o.requiredText("mot"), o.requiredText("titre"), o.requiredText("texte")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!problems.sorted().isEmpty()) {
            throw new IllegalStateException(problems.sorted().toString());
        }
        return List.copyOf(words);
    }
}
