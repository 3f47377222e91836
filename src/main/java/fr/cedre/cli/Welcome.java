package fr.cedre.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What {@code cedre} alone says: how to start. */
final class Welcome {

    private static final String EXAMPLE = "ai-clef-emploi";

    /** The day its files were written for. */
    private static final String DAY = "2026-11-21";

    private Welcome() {}

    static void write(PrintWriter out, String version, @Nullable String home) {
        out.println("cedre " + version + " : contrôle avant audit d'un dossier de preuves CEDRE.");
        out.println();
        out.println("Pour commencer :");
        out.println("  cedre init mon-dossier --type AI   crée un dossier prêt à remplir");
        out.println("  cedre check mon-dossier            dit ce qui manque, et que faire");
        out.println("  cedre explain 6.1.G-DP             explique une exigence");
        out.println();
        Path examples = home == null ? null : Path.of(home, "examples");
        if (examples != null && Files.isDirectory(examples.resolve(EXAMPLE))) {
            out.println("Un premier rapport, sur l'un des dossiers d'exemple :");
            out.println(
                    "  cedre check " + Shown.argument(examples.resolve(EXAMPLE).toString()) + " --date " + DAY);
            out.println();
        }
        out.println("Toutes les commandes : cedre help. Aide de l'une d'elles : cedre help check.");
    }
}
