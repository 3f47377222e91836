package fr.cedre.report.html;

import fr.cedre.dossier.Period;
import fr.cedre.dossier.Structure;
import fr.cedre.problem.Problem;
import fr.cedre.referential.Referential;
import fr.cedre.report.HeadLine;
import fr.cedre.report.HeaderWords;
import fr.cedre.report.Words;
import java.util.ArrayList;
import java.util.List;

/** The lines at the head of pages, and the tables that all of them end with. */
final class Heads {

    private Heads() {}

    /** A referential, where its wording comes from, what it says of itself and what it takes in: stated at every use. */
    static List<Frame.Line> referential(String name, Referential referential) {
        List<Frame.Line> lines = new ArrayList<>();
        for (HeadLine line : HeaderWords.referential(name, referential)) {
            if (line.name().isEmpty()) {
                Frame.Line last = lines.remove(lines.size() - 1);
                lines.add(new Frame.Line(last.name(), last.text() + ". " + line.text()));
            } else {
                lines.add(new Frame.Line(line.name(), line.text()));
            }
        }
        return lines;
    }

    static Frame.Line structure(Structure structure) {
        return new Frame.Line("Structure", HeaderWords.structure(structure));
    }

    static Frame.Line audit(Period period) {
        return new Frame.Line("Audit", HeaderWords.audit(period));
    }

    static List<Frame.Line> of(List<HeadLine> lines) {
        return lines.stream().map(l -> new Frame.Line(l.name(), l.text())).toList();
    }

    static List<Trouble> troubles(List<Problem> problems) {
        return problems.stream().map(p -> trouble("", p)).toList();
    }

    /** The same, in the folder of a member. */
    static Trouble trouble(String folder, Problem problem) {
        Badge badge = switch (problem.severity()) {
            case ERREUR -> new Badge("majeure", "✗", problem.severity().code());
            case AVERTISSEMENT -> new Badge("mineure", "!", problem.severity().code());
            case INFORMATION -> new Badge("", "·", problem.severity().code());
        };
        String place = Words.place(problem.location());
        return new Trouble(badge, folder.isEmpty() ? place : folder + "/" + place, problem.message());
    }

    /** Adds an entry to a table of contents when there is something there. */
    static void anchor(List<Frame.Anchor> contents, boolean any, String id, String title) {
        if (any) {
            contents.add(new Frame.Anchor(id, title));
        }
    }
}
