package fr.cedre.report;

import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.StructureType;
import fr.cedre.referential.Topic;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** What {@code cedre explain} says of one or several things. */
public final class Explanation {

    private final String version;
    private final Dictionary dictionary;
    private final Set<StructureType> only;

    /**
     * A report signed by a version of cedre.
     *
     * @param dictionary gives columns their names
     * @param only types whose wordings and checks are wanted, or none for all
     */
    public Explanation(String version, Dictionary dictionary, Set<StructureType> only) {
        this.only = Set.copyOf(only);
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
            new ExplanationJson(version, dictionary, only).write(answers, out);
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
                topic.accept(new ExplanationText(dictionary, only, options.detail(), layout));
            }
        }
    }
}
