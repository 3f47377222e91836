package fr.cedre.dossier;

import fr.cedre.problem.Location;
import fr.cedre.problem.NearestName;
import fr.cedre.problem.Problem;
import fr.cedre.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns rows of {@code preuves.csv} into proofs, and checks that the files they cite stand inside the folder. */
final class EvidenceReader {

    private final Path root;
    private final RegisterSchema schema;
    private final LocalDate day;
    private final Problems problems;
    private final Set<String> citedFiles = new TreeSet<>();

    EvidenceReader(Path root, RegisterSchema schema, LocalDate day, Problems problems) {
        this.root = root.toAbsolutePath().normalize(); // « . » would begin no path
        this.schema = schema;
        this.day = day;
        this.problems = problems;
    }

    /** Files of the folder cited by proofs, with {@code /}. */
    Set<String> citedFiles() {
        return citedFiles;
    }

    Evidence read(Row row) {
        Function<String, Integer> at = schema::position;
        List<Evidence.Defect> defects = new ArrayList<>();
        missing(row, "version", "version manquante", defects);
        missing(row, "valide_le", "date de validation manquante ou postérieure au contrôle", defects);
        missing(row, "valide_par", "auteur de la validation manquant", defects);
        long expiry = row.value(at.apply("expire_le"));
        if (expiry == Cell.UNREADABLE) {
            defects.add(new Evidence.Defect("expire_le", "date d'expiration illisible", true));
        } else if (Cell.isValue(expiry) && expiry < day.toEpochDay()) {
            defects.add(new Evidence.Defect("expire_le", "expirée le " + FrenchDates.day(expiry), false));
        }
        int fileAt = at.apply("fichier");
        int versionAt = at.apply("version");
        Cited cited = new Cited(null, null);
        if (Cell.isValue(row.value(fileAt))) {
            cited = file(row, row.text(fileAt));
            if (cited.defect() != null) {
                defects.add(cited.defect());
            }
        }
        int containsAt = at.apply("contient");
        Set<String> specifications = new LinkedHashSet<>(ValueParser.identifiers(row.text(at.apply("specifications"))));
        return new Evidence(
                row.display(at.apply("ref")),
                ValueParser.code(row.text(at.apply("nature"))).replace('_', '-'),
                Cell.isValue(row.value(versionAt)) ? row.text(versionAt) : null,
                cited.file(),
                specifications,
                date(row.value(at.apply("valide_le"))),
                date(row.value(at.apply("revu_le"))),
                date(expiry),
                Cell.isValue(row.value(containsAt)) ? row.list(containsAt) : List.of(),
                Cell.isValue(row.value(containsAt)),
                row.line(),
                defects);
    }

    private static @Nullable LocalDate date(long value) {
        return Cell.isValue(value) ? LocalDate.ofEpochDay(value) : null;
    }

    private void missing(Row row, String column, String text, List<Evidence.Defect> defects) {
        long value = row.value(schema.position(column));
        if (value == Cell.UNREADABLE) {
            defects.add(new Evidence.Defect(column, "« " + column + " » illisible", true));
        } else if (!Cell.isValue(value)) {
            defects.add(new Evidence.Defect(column, text, false));
        }
    }

    /** The file a proof cites when it stands inside the folder, or why it does not do. */
    private record Cited(@Nullable String file, Evidence.@Nullable Defect defect) {
        static Cited wrong(String text, boolean doubt) {
            return new Cited(null, new Evidence.Defect("fichier", text, doubt));
        }
    }

    private Cited file(Row row, String text) {
        String relative = text.replace('\\', '/');
        Location place = row.at("fichier");
        try {
            Path target = root.resolve(relative).normalize();
            boolean outside = relative.startsWith("/")
                    || relative.startsWith("~")
                    || relative.matches("[A-Za-z]:.*")
                    || relative.contains("://")
                    || !target.startsWith(root.normalize());
            if (!outside && !Files.exists(target)) {
                target = otherForm(relative);
            }
            if (!outside && Files.exists(target)) {
                outside = !target.toRealPath().startsWith(root.toRealPath());
            }
            if (outside) {
                problems.add(
                        Problem.error(
                                place,
                                "ce chemin sort du dossier de preuves : il n'a pas été ouvert ; copier le fichier dans documents/"));
                return Cited.wrong("fichier hors du dossier", false);
            }
            if (Files.exists(target)) {
                if (!Files.isRegularFile(target)) {
                    return new Cited(null, null);
                }
                String inside = root.normalize().relativize(target).toString().replace('\\', '/');
                citedFiles.add(inside);
                return new Cited(inside, null);
            }
            problems.add(Problem.warning(place, "fichier introuvable dans le dossier" + near(relative)));
            return Cited.wrong("fichier introuvable", false);
        } catch (InvalidPathException e) {
            problems.add(Problem.error(place, "ce chemin contient un caractère interdit"));
            return Cited.wrong("chemin illisible", true);
        } catch (IOException e) {
            problems.add(Problem.error(place, "fichier impossible à ouvrir : vérifier les droits d'accès"));
            return Cited.wrong("fichier impossible à ouvrir", true);
        }
    }

    /** The same path with accents written the other way: files that passed through a Mac decompose them. */
    private Path otherForm(String relative) {
        Path composed = root.resolve(Normalizer.normalize(relative, Normalizer.Form.NFC))
                .normalize();
        return Files.exists(composed)
                ? composed
                : root.resolve(Normalizer.normalize(relative, Normalizer.Form.NFD))
                        .normalize();
    }

    private String near(String relative) {
        Path documents = root.resolve("documents");
        if (!Files.isDirectory(documents)) {
            return " ; les fichiers cités se rangent dans documents/";
        }
        try (Stream<Path> files = Files.list(documents)) {
            Set<String> names = files.limit(5000)
                    .map(p -> "documents/" + p.getFileName())
                    .collect(Collectors.toCollection(TreeSet::new));
            String inDocuments = "documents/" + relative;
            return names.contains(inDocuments)
                    ? " ; vouliez-vous dire « " + inDocuments + " » ?"
                    : NearestName.hint(relative, names);
        } catch (IOException e) {
            return "";
        }
    }
}
