package fr.cedre.report;

import fr.cedre.report.Styles.Style;
import fr.cedre.scaffold.Scaffold;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What {@code cedre init} did, and the next thing to type. */
public final class ScaffoldText {

    private static final int LABEL = 20;

    /** Beyond, a list is cut and counted. */
    private static final int SHOWN = 12;

    private final String folder;
    private final String options;

    /**
     * A report for somebody who will type the next command.
     *
     * @param folder the folder as it was typed
     * @param options what a control of it must be told, possibly empty
     */
    public ScaffoldText(String folder, String options) {
        this.folder = folder;
        this.options = options;
    }

    /** A word as one types it in a shell. */
    public static String word(String text) {
        return text.matches("[\\p{L}\\p{N}._/\\\\:@%+=,~-]+") ? text : '"' + text + '"';
    }

    /** Writes it. */
    public void write(Scaffold scaffold, RenderOptions render, Appendable target) throws IOException {
        TextLayout out = new TextLayout(target, render.width(), new Styles(render.colour()));
        boolean fresh = scaffold.files().stream().allMatch(Scaffold.Made::created);
        boolean nothing = scaffold.files().stream().noneMatch(Scaffold.Made::created);
        out.paragraph(
                "",
                Style.TITLE,
                (nothing ? "Dossier déjà complet : " : fresh ? "Dossier créé : " : "Dossier complété : ") + folder);
        out.paragraph(
                "",
                Style.QUIET,
                ReferentialWords.types(scaffold.types()) + ", "
                        + scaffold.referential().title() + " ("
                        + scaffold.referential().id() + ")");
        out.blank();
        files(scaffold, out);
        carried(scaffold, render, out);
        for (String note : scaffold.notes()) {
            out.blank();
            out.paragraph("! ", Style.DOUBT, note);
        }
        next(scaffold, out);
    }

    private void files(Scaffold scaffold, TextLayout out) throws IOException {
        long registers = scaffold.created("registres");
        for (Scaffold.Made made : scaffold.files()) {
            boolean register = made.file().startsWith("registres/");
            if (!made.created()) {
                field(out, made.file(), "déjà là : laissé tel quel");
            } else if (!register && !made.file().startsWith("documents/")) {
                field(out, made.file(), what(made.file(), scaffold));
            }
        }
        if (registers > 0) {
            field(
                    out,
                    "registres/",
                    French.count(registers, "registre") + ", avec " + (registers == 1 ? "ses" : "leurs")
                            + " en-têtes, à remplir au fil du temps");
        }
        field(out, "documents/", "pour ranger les fichiers que preuves.csv cite");
    }

    private static String what(String file, Scaffold scaffold) {
        Scaffold.Carried carried = scaffold.carried();
        int expected = scaffold.needs().documents().size();
        return switch (file) {
            case "structure.yaml" ->
                carried != null
                        ? "celui de l'an passé"
                        : "qui est contrôlé : "
                                + (scaffold.lines().isEmpty()
                                        ? "rien d'obligatoire à y écrire"
                                        : French.count(scaffold.lines().size(), "ligne") + " à écrire");
            case "preuves.csv" ->
                carried == null
                        ? French.count(expected, "document") + " à remplir, les plus utiles en tête"
                        : French.count(carried.proofs(), "preuve reprise", "preuves reprises")
                                + ", et les documents qui manquent";
            case "jugements.csv" ->
                carried == null
                        ? "évaluations humaines"
                        : French.count(carried.judgements(), "jugement repris", "jugements repris");
            case "autoevaluation.csv" ->
                French.count(scaffold.needs().objectives().size(), "objectif") + " à situer, une ligne par objectif";
            default -> "par où commencer, et à quoi sert chaque fichier";
        };
    }

    private static void field(TextLayout out, String label, String text) throws IOException {
        String safe = Sanitiser.line(label);
        String prefix = TextLayout.width(safe) < LABEL ? TextLayout.fit(safe, LABEL) : safe + " ";
        out.paragraph("  " + prefix, Style.PLAIN, text);
    }

    private static void carried(Scaffold scaffold, RenderOptions render, TextLayout out) throws IOException {
        Scaffold.Carried carried = scaffold.carried();
        if (carried == null) {
            return;
        }
        out.section("Repris de " + carried.from() + ", au " + French.date(scaffold.day()));
        List<String> taken = new ArrayList<>();
        if (carried.copies() > 0) {
            taken.add(French.count(carried.copies(), "fichier copié", "fichiers copiés"));
        }
        if (carried.judgements() > 0) {
            taken.add(French.count(carried.judgements(), "jugement encore en vigueur", "jugements encore en vigueur"));
        }
        taken.add(0, French.count(carried.proofs(), "preuve encore valable", "preuves encore valables"));
        out.paragraph("- ", Style.PLAIN, French.list(taken) + ".");
        for (String change : carried.changes()) {
            out.paragraph("- ", Style.PLAIN, change);
        }
        if (!carried.left().isEmpty()) {
            out.section("Non repris (" + carried.left().size() + ")");
            int shown = render.detail() ? carried.left().size() : Math.max(SHOWN, 40);
            for (Scaffold.Left left :
                    carried.left().subList(0, Math.min(shown, carried.left().size()))) {
                out.paragraph(
                        "- ",
                        Style.PLAIN,
                        left.file() + ", ligne " + left.line() + ", " + left.what() + " : " + left.why() + ".");
            }
            if (carried.left().size() > shown) {
                out.paragraph("  ", Style.PLAIN, "… et " + (carried.left().size() - shown) + " autres.");
            }
        }
    }

    private void next(Scaffold scaffold, TextLayout out) throws IOException {
        out.section("À vous");
        String separator = folder.endsWith("/") || folder.endsWith("\\") ? "" : "/";
        List<String> steps = new ArrayList<>();
        if (!scaffold.lines().isEmpty()) {
            steps.add("Ouvrez " + folder + separator + "structure.yaml avec un éditeur de texte et écrivez "
                    + (scaffold.lines().size() == 1 ? "la ligne marquée" : "les lignes marquées") + " « ◄ » : "
                    + French.list(scaffold.lines()) + ".");
        } else {
            steps.add("Relisez " + folder + separator + "structure.yaml.");
        }
        steps.add("Premier rapport, tout de suite après. Tapez :");
        steps.add("Remplissez ensuite preuves.csv par le haut"
                + (scaffold.needs().registers().isEmpty() ? "" : ", puis les registres")
                + (scaffold.needs().objectives().isEmpty() ? "" : ", puis autoevaluation.csv")
                + ", et relancez la même commande. LISEZMOI.md dit dans quel ordre.");
        for (int i = 0; i < steps.size(); i++) {
            out.paragraph((i + 1) + ". ", Style.PLAIN, steps.get(i));
            if (i == 1) {
                out.blank();
                // Whole on one line, whatever its length: it is to be copied.
                out.line("       "
                        + Sanitiser.line("cedre check " + word(folder) + (options.isEmpty() ? "" : " " + options)));
                out.blank();
            }
        }
    }
}
