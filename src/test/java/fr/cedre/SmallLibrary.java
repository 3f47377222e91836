package fr.cedre;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Referentials of a few specifications and their correspondences, written in a folder for {@code --referentiels}. */
public final class SmallLibrary {

    private final Path folder;

    /** A library in an existing folder. */
    public SmallLibrary(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("correspondances"));
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /**
     * Writes a referential for AI and ACI.
     *
     * @param included ids of those it takes in whole, separated by commas, possibly empty
     * @param ids its specifications, each held when a valid proof cites it; {@code X1:ACI} addresses one type only
     */
    public SmallLibrary referential(String id, String included, String... ids) throws IOException {
        StringBuilder yaml = new StringBuilder("id: " + id + "\ntitre: Référentiel " + id + "\nversion: \"1\"\n"
                + "provenance: proposition\nnotice: Essai.\n"
                + "familles: [{id: toutes, titre: Toutes, types: [AI, ACI]}]\n"
                + (included.isEmpty() ? "" : "inclut: [" + included + "]\n")
                + (ids.length == 0
                        ? ""
                        : "chapitres:\n  - id: \"" + id + "\"\n    titre: Chapitre " + id + "\n    specifications:\n"));
        for (String one : ids) {
            String[] parts = one.split(":", -1);
            yaml.append("      - id: \"" + parts[0] + "\"\n        intitule: Intitulé " + parts[0] + "\n"
                    + "        reference: {section: \"" + parts[0] + "\"}\n        exigence: Exigence " + parts[0]
                    + "\n        gravite: mineure\n        conseil: Faites " + parts[0] + ".\n"
                    + (parts.length > 1 ? "        types: [" + parts[1] + "]\n" : "")
                    + "        controles: [{id: preuve-absente, genre: document, message: \"Aucune preuve.\"}]\n");
        }
        Files.writeString(folder.resolve(id + ".yaml"), yaml.toString());
        return this;
    }

    /** Writes a correspondence; each line as in YAML, between braces, {@code pourquoi} added. */
    public SmallLibrary lines(String from, String to, String... lines) throws IOException {
        return lines(from, to, List.of(), lines);
    }

    /** Writes a correspondence that puts others together. */
    public SmallLibrary lines(String from, String to, List<String> united, String... lines) throws IOException {
        StringBuilder yaml =
                new StringBuilder("de: " + from + "\nvers: " + to + "\nprovenance: proposition\nnotice: Essai.\n");
        if (!united.isEmpty()) {
            yaml.append("reunit: [" + String.join(", ", united) + "]\n");
        }
        yaml.append(lines.length == 0 ? "" : "lignes:\n");
        for (String line : lines) {
            yaml.append(
                    "  - {" + line + (line.contains("pourquoi:") ? "" : ", pourquoi: " + from + " vers " + to) + "}\n");
        }
        Files.writeString(folder.resolve("correspondances").resolve(from + "--" + to + ".yaml"), yaml.toString());
        return this;
    }
}
