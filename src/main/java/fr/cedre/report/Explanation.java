package fr.cedre.report;

import fr.cedre.dossier.Dictionary;
import fr.cedre.referential.Topic;
import java.io.IOException;
import java.util.List;

/** What {@code cedre explain} says of one or several things. */
public final class Explanation {

    private final String version;
    private final Dictionary dictionary;

    /** A report signed by a version of cedre; the dictionary gives columns their names. */
    public Explanation(String version, Dictionary dictionary) {
        this.version = version;
        this.dictionary = dictionary;
    }

    /**
     * One thing asked for.
     *
     * @param name as it was asked
     * @param topics what it designates
     */
    public record Answer(String name, List<Topic> topics) {
        /** Copies the list. */
        public Answer {
            topics = List.copyOf(topics);
        }
    }

    /** Writes it as text or JSON. */
    public void write(List<Answer> answers, boolean json, RenderOptions options, Appendable out) throws IOException {
        if (json) {
            new ExplanationJson(version, dictionary).write(answers, out);
            return;
        }
        TextLayout layout = new TextLayout(out, options.width(), new Styles(options.colour()));
        boolean first = true;
        for (Answer answer : answers) {
            for (Topic topic : answer.topics()) {
                if (!first) {
                    layout.blank();
                    layout.blank();
                }
                first = false;
                topic.accept(new ExplanationText(dictionary, options.detail(), layout));
            }
        }
    }
}
