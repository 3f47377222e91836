package fr.cedre.review;

import fr.cedre.dossier.FrenchDates;
import fr.cedre.problem.Location;
import fr.cedre.problem.Problem;
import fr.cedre.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The photographs of a folder ({@code historique/*.json}): each one that can be read, the others named. */
final class History {

    /** Folder of the photographs. */
    static final String FOLDER = "historique";

    private static final int MOST = 1000;

    private History() {}

    /** Every photograph not after a day, the oldest first; of two of one day and referential, the last written counts. */
    static List<Photograph> read(Path folder, LocalDate day, Problems problems) {
        List<Photograph> all = new ArrayList<>();
        for (String name : names(folder, problems)) {
            String shown = FOLDER + "/" + name;
            try {
                Path file = folder.resolve(FOLDER).resolve(name);
                if (!file.toRealPath().startsWith(folder.toRealPath())) {
                    problems.add(Problem.warning(
                            Location.of(shown), "ce lien mène hors du dossier : la photographie n'est pas lue"));
                    continue;
                }
                Photograph photograph = PhotographReader.read(file, shown).single();
                if (photograph == null) {
                    problems.add(Problem.warning(
                            Location.of(shown),
                            "ce rapport est celui d'un groupe : une photographie est le rapport d'un seul dossier"));
                } else if (photograph.period().end().isAfter(day)) {
                    problems.add(Problem.information(
                            Location.of(shown),
                            "photographie du "
                                    + FrenchDates.day(photograph.period().end())
                                    + ", postérieure à la date de la revue : mise de côté"));
                } else {
                    all.add(photograph);
                }
            } catch (PhotographReader.Unusable e) {
                problems.add(e.problem());
            } catch (IOException e) {
                problems.add(Problem.warning(
                        Location.of(shown), "fichier impossible à ouvrir : vérifier les droits d'accès"));
            }
        }
        all.sort((a, b) -> {
            int order = a.period().end().compareTo(b.period().end());
            return order == 0 ? rank(a.file(), b.file()) : order;
        });
        return all;
    }

    /** {@code x-10.json} was written after {@code x-9.json}. */
    private static int rank(String a, String b) {
        int order = Integer.compare(a.length(), b.length());
        return order == 0 ? a.compareTo(b) : order;
    }

    private static List<String> names(Path folder, Problems problems) {
        Path history = folder.resolve(FOLDER);
        if (!Files.exists(history)) {
            return List.of();
        }
        if (!Files.isDirectory(history)) {
            problems.add(Problem.warning(
                    Location.of(FOLDER), "un dossier de photographies est attendu, non un fichier : rien n'y est lu"));
            return List.of();
        }
        try (Stream<Path> files = Files.list(history)) {
            List<String> names = files.map(p -> String.valueOf(p.getFileName()))
                    .filter(n -> !n.startsWith("."))
                    .sorted()
                    .toList();
            for (String name : names) {
                if (!json(name)) {
                    problems.add(Problem.information(
                            Location.of(FOLDER + "/" + name), "ce n'est pas une photographie (.json) : non lu"));
                }
            }
            List<String> photographs = names.stream().filter(History::json).toList();
            if (photographs.size() > MOST) {
                problems.add(Problem.warning(
                        Location.of(FOLDER),
                        "plus de " + MOST + " photographies : les premières par le nom sont ignorées"));
                return photographs.subList(photographs.size() - MOST, photographs.size());
            }
            return photographs;
        } catch (IOException | UncheckedIOException e) {
            problems.add(
                    Problem.warning(Location.of(FOLDER), "dossier impossible à lire : vérifier les droits d'accès"));
            return List.of();
        }
    }

    private static boolean json(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".json");
    }

    /**
     * The photographs that tell the story of a folder under a referential, the oldest first: those under it, and before the first of them those under
     * the one then in use, and so on. What was checked beside it under another referential is another story.
     */
    static List<Photograph> line(List<Photograph> all, String referential) {
        List<Photograph> line = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String current = referential;
        int end = all.size();
        while (true) {
            seen.add(current);
            int first = end;
            for (int i = end - 1; i >= 0; i--) {
                if (all.get(i).referential().equals(current)) {
                    line.add(0, all.get(i));
                    first = i;
                }
            }
            int before = first - 1;
            while (before >= 0 && seen.contains(all.get(before).referential())) {
                before--;
            }
            if (before < 0) {
                return line;
            }
            current = all.get(before).referential();
            end = before + 1;
        }
    }
}
