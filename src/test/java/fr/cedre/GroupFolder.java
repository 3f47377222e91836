package fr.cedre;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A group to build, member by member, and the ways to check it. */
abstract class GroupFolder {

    protected static final String DATE = "2026-11-21";

    @TempDir
    protected Path group;

    protected CedreRunner.Result check(String... options) {
        return run(group, options);
    }

    protected CedreRunner.Result alone(String member, String... options) {
        return run(group.resolve(member), options);
    }

    protected static CedreRunner.Result run(Path folder, String... options) {
        List<String> args = new ArrayList<>(List.of("check", folder.toString(), "--date", DATE));
        args.addAll(List.of(options));
        return CedreRunner.run(args);
    }

    protected JsonNode json(String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("-f", "json"));
        all.addAll(List.of(options));
        return check(all.toArray(String[]::new)).json();
    }

    protected void group(String yaml) throws IOException {
        Files.writeString(group.resolve("groupe.yaml"), "nom: Groupe du Fleuve\n" + yaml + "\n");
    }

    /** A copy of a base, which bears the name of its folder. */
    protected Path member(String base, String name) throws IOException {
        Path folder = Folders.copy(CaseFolder.BASES.resolve(base), group.resolve(name));
        Path structure = folder.resolve("structure.yaml");
        Files.writeString(structure, Files.readString(structure).replaceFirst("nom: .*", "nom: " + name));
        return folder;
    }

    /** The same without the proof of some specifications. */
    protected void failing(String base, String name, String... specifications) throws IOException {
        Path folder = member(base, name);
        for (String specification : specifications) {
            Folders.drop(folder.resolve("preuves.csv"), ";" + specification + ";");
        }
    }

    /** A group of small members, proofs without registers, some of which fail; not in alphabetical order. */
    protected List<String> many(int count, int failing) throws IOException {
        Path base = CaseFolder.BASES.resolve("ai");
        String structure = Files.readString(base.resolve("structure.yaml"));
        String proofs = Files.readString(base.resolve("preuves.csv")).replace("documents/manuel.txt", "");
        String fewer = proofs.replaceFirst("(?m)^P-5\\.3;.*\n", "");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean fails = failing > 0 && i % (count / failing) == 1;
            String name = (fails ? "defaut-" : "tient-") + (i * 7 % count + 100);
            Path folder = group.resolve(name);
            Folders.write(folder.resolve("structure.yaml"), structure.replace("Le Pont", "Pont " + i));
            Folders.write(folder.resolve("preuves.csv"), fails ? fewer : proofs);
            names.add(name);
        }
        group("membres: [" + String.join(", ", names) + "]");
        return names;
    }

    protected static String flat(CedreRunner.Result result) {
        return result.out().replaceAll("\\s+", " ");
    }

    protected static String last(CedreRunner.Result result) {
        List<String> lines = result.out().lines().toList();
        return lines.get(lines.size() - 1);
    }

    protected static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(n -> texts.add(n.asText()));
        return texts;
    }

    protected static List<String> referentials(JsonNode report) {
        List<String> ids = new ArrayList<>();
        report.path("membres")
                .forEach(m -> ids.add(m.path("referentiel").path("id").asText()));
        return ids;
    }
}
