package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.Dossier;
import fr.cedre.dossier.Period;
import fr.cedre.referential.Library;
import fr.cedre.referential.Referential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What {@code diff}, {@code list}, {@code explain}, {@code validate} and {@code plan} write for programs, on sound and damaged folders. */
final class OutputSamples {

    private static final Path EXAMPLES = Path.of("examples");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Library LIBRARY = Library.open(null, null);
    private static final Dictionary DICTIONARY = LIBRARY.dictionary();

    private static final String GRID = """
            id: notre-grille
            titre: Notre grille
            version: "3"
            provenance: proposition
            notice: Grille interne.
            familles:
              - {id: mise-a-disposition, titre: Mise à disposition, types: [AI]}
              - {id: production, titre: Production, types: [ACI, EI]}
            parametres:
              delai_reponse: {valeur: 30 jours, pourquoi: Un mois suffit.}
            chapitres:
              - id: "1"
                titre: Clients
                specifications:
                  - id: "8.B"
                    intitule: Réclamations traitées
                    reference: {section: "1.1", page: 3}
                    exigence: Toute réclamation reçoit une réponse.
                    gravite: majeure
                    provenance: {source: notre règlement, confiance: faible, pourquoi: Écrit de mémoire.}
                    conseil: Relisez le cahier chaque mois.
                    controles:
                      - id: reclamation-ouverte
                        genre: ligne
                        registre: reclamations
                        exige: {colonne: cloture_le, avant: "date + delai_reponse"}
                        colonne: cloture_le
                        message: "Réclamation {id} du {date} : toujours ouverte."
                  - id: "1.1"
                    intitule: Paroles entendues
                    reference: {section: "1.2", page: 3}
                    exigence: Chacun est écouté.
                    gravite: mineure
                    types: [ACI]
                    jugement: Demandez à trois salariés.
                    conseil: Écoutez.
            """;

    /** The outputs. */
    enum Output {
        COMPARAISON,
        TRANSITION,
        LISTE,
        EXPLICATION,
        VALIDATION,
        PLAN;

        /** Its published schema. */
        JsonNode schema() throws IOException {
            String name = name().toLowerCase(Locale.ROOT);
            return new ObjectMapper()
                    .readTree(Files.readString(Path.of("referentiels", "schemas", name + "-1.schema.json")));
        }
    }

    /** What a command wrote. */
    record Written(String command, String text) {}

    private final Path folder;
    private final Map<Output, List<Written>> written = new EnumMap<>(Output.class);

    /** Runs each command once, in an empty folder. */
    OutputSamples(Path folder) throws IOException {
        this.folder = folder;
        Path own = grids();
        comparisons(own);
        transitions();
        lists(own);
        explanations(own);
        validations(own);
        plans();
    }

    /** All of one kind. */
    List<Written> of(Output output) {
        return written.getOrDefault(output, List.of());
    }

    /** A folder with a sound referential and correspondence, and one of each that cannot be read. */
    private Path grids() throws IOException {
        Path own = Files.createDirectories(folder.resolve("grilles"));
        Files.writeString(own.resolve("notre-grille.yaml"), GRID);
        Files.writeString(own.resolve("autre-grille.yaml"), GRID.replace("gravite: majeure", "gravité: majeure"));
        Path links = Files.createDirectories(own.resolve("correspondances"));
        Files.writeString(links.resolve("notre-grille--cedre-v2.yaml"), """
                de: notre-grille
                vers: cedre-v2
                provenance: proposition
                notice: Essai.
                lignes:
                  - {de: "8.B", vers: "8.B", en_partie: ["8.B1", "8.B2"], sort: scindee, pourquoi: Le cahier sert encore.}
                """);
        Files.writeString(links.resolve("notre-grille--inconnue.yaml"), "de: [");
        Files.writeString(links.resolve("sans-tirets.yaml"), "de: notre-grille\n");
        return own;
    }

    private void write(Output output, String... args) {
        write(output, List.of(args));
    }

    private void write(Output output, List<String> args) {
        List<String> command = new ArrayList<>(args);
        command.addAll(List.of("-f", "json"));
        CedreRunner.Result result = CedreRunner.run(command);
        assertThat(result.err()).as(command.toString()).isEmpty();
        written.computeIfAbsent(output, key -> new ArrayList<>())
                .add(new Written(String.join(" ", args), result.out()));
    }

    private void comparisons(Path own) throws IOException {
        for (List<String> pair : List.of(
                List.of("v1", "v2"),
                List.of("v2", "v1"),
                List.of("v2", "cap"),
                List.of("cap", "v2"),
                List.of("v1", "cap-iso-9001"),
                List.of("cap-rse", "cedre-iso-9001"),
                List.of("v2", "v2"))) {
            write(Output.COMPARAISON, "diff", pair.get(0), pair.get(1));
        }
        write(Output.COMPARAISON, "diff", "v1", "v2", "--type", "AI", "--type", "ACI");
        write(Output.COMPARAISON, "diff", "v2", "cap", "--type", "EI");
        Path alone = Files.createDirectories(folder.resolve("seule"));
        Path grid = Files.writeString(alone.resolve("notre-grille.yaml"), GRID);
        write(Output.COMPARAISON, "diff", grid.toString(), "v2");
        write(Output.COMPARAISON, "diff", "v2", own.resolve("notre-grille.yaml").toString());
    }

    private void transitions() throws IOException {
        Path damaged = damaged("abime");
        List<Path> folders = new ArrayList<>(List.of(damaged));
        try (Stream<Path> examples = Files.list(EXAMPLES)) {
            examples.filter(Files::isDirectory).sorted().forEach(folders::add);
        }
        for (Path example : folders) {
            for (List<String> pair : List.of(
                    List.of("cedre-v1", "cedre-v2"), List.of("cedre-v2", "cap"), List.of("cap", "cedre-iso-9001"))) {
                if (pair.stream().allMatch(name -> covers(name, example))) {
                    write(Output.TRANSITION, on("diff", pair.get(0), pair.get(1), example.toString()));
                }
            }
        }
        String several = EXAMPLES.resolve("ensemblier-deux-rives").toString();
        write(Output.TRANSITION, on("diff", "v1", "v2", several, "--type", "ACI"));
    }

    private static List<String> on(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--date", DAY.toString()));
        return all;
    }

    private static boolean covers(String name, Path example) {
        Referential referential = LIBRARY.referential(name, DICTIONARY);
        return Dossier.open(example, DICTIONARY, Period.yearBefore(DAY)).structure().orElseThrow().types().stream()
                .allMatch(referential.types()::contains);
    }

    /** An example with an unreadable date, an unknown column and a file nobody knows. */
    private Path damaged(String name) throws IOException {
        Path target = folder.resolve(name);
        Folders.copy(EXAMPLES.resolve("ai-clef-emploi"), target);
        Path missions = target.resolve("registres/missions.csv");
        String text = Files.readString(missions);
        Files.writeString(missions, text.replaceFirst("2025-11-03", "hier").replaceFirst("exploitation", "expl."));
        Files.writeString(target.resolve("registres/inconnu.csv"), "a;b\n1;2\n");
        return target;
    }

    private void lists(Path own) {
        write(Output.LISTE, "list");
        write(Output.LISTE, "list", "--type", "EBE");
        write(Output.LISTE, "list", "--referentiels", own.toString());
        write(Output.LISTE, "list", own.resolve("notre-grille.yaml").toString());
        for (String name : LIBRARY.names()) {
            write(Output.LISTE, "list", name);
            write(Output.LISTE, "list", name, "--type", "AI");
        }
    }

    private void explanations(Path own) {
        write(Output.EXPLICATION, "explain", "6.1.G-DP");
        write(Output.EXPLICATION, "explain", "1.1.1", "-r", "cap");
        write(Output.EXPLICATION, "explain", "missions", "missions.date_suivi_client");
        write(Output.EXPLICATION, "explain", "mission de travail", "confidentialite", "coup_de_pouce", "ISO-4.1");
        write(Output.EXPLICATION, "explain", "6.1", "livret-accueil", "compte-rendu-absent", "duree_semaine", "A-12");
        write(Output.EXPLICATION, "explain", "rythmes.regulation", "a_examiner", "ACI", "6.2.D4", "--type", "ACI");
        write(
                Output.EXPLICATION,
                "explain",
                "8.B",
                "-r",
                own.resolve("notre-grille.yaml").toString());
        for (String name : List.of("cedre-v1", "cedre-v2", "cap")) {
            List<String> all = new ArrayList<>(List.of("explain", "-r", name));
            all.addAll(names(LIBRARY.referential(name, DICTIONARY)));
            write(Output.EXPLICATION, all);
        }
        List<String> registers = new ArrayList<>(List.of("explain"));
        DICTIONARY.schemas().keySet().forEach(name -> registers.add(name + ".csv"));
        write(Output.EXPLICATION, registers);
    }

    private static Set<String> names(Referential one) {
        Set<String> names = new TreeSet<>();
        Stream.concat(one.scope().stream(), one.specifications().stream()).forEach(s -> names.add(s.id()));
        one.glossary().forEach(d -> names.add(d.term()));
        Stream.concat(one.principles().stream(), one.pedagogy().stream()).forEach(p -> names.add(p.id()));
        one.annexes().forEach(a -> a.parts().forEach(p -> names.add(p.code())));
        return names;
    }

    private void validations(Path own) throws IOException {
        write(Output.VALIDATION, "validate");
        write(
                Output.VALIDATION,
                on("validate", EXAMPLES.resolve("ai-clef-emploi").toString()));
        write(Output.VALIDATION, "validate", "cedre-v2", "v1", "personne", "nulle/part.yaml");
        Path group = Files.createDirectories(folder.resolve("groupe"));
        damaged("groupe/a");
        Files.writeString(group.resolve("groupe.yaml"), "nom: Essai\nmembres: [a]\n");
        Path lost = Files.createDirectories(folder.resolve("perdu"));
        Files.writeString(lost.resolve("groupe.yaml"), "membres: oui\n");
        Path register = Files.writeString(folder.resolve("registre.json"), "{\"name\": \"essai\", \"fields\": []}");
        Path broken = Files.writeString(folder.resolve("casse.json"), "{\"fields\": ");
        Path empty = Files.createDirectories(folder.resolve("vide"));
        write(
                Output.VALIDATION,
                on(
                        "validate",
                        own.toString(),
                        group.toString(),
                        lost.toString(),
                        register.toString(),
                        broken.toString(),
                        empty.toString()));
    }

    private void plans() throws IOException {
        Path group = Files.createDirectories(folder.resolve("plans"));
        Path member = damaged("plans/a");
        damaged("plans/b");
        Folders.copy(EXAMPLES.resolve("aci-jardins-du-pre"), group.resolve("c"));
        Files.createDirectories(group.resolve("vide"));
        Files.writeString(group.resolve("groupe.yaml"), "nom: Essai\nmembres: [a, b, c, vide]\n");
        write(Output.PLAN, on("plan", member.toString(), "--sans-ecrire"));
        write(Output.PLAN, on("plan", member.toString()));
        Path plan = member.resolve("plan-actions.csv");
        Files.writeString(
                plan,
                Files.readString(plan)
                                .replaceFirst(";;;;;;etat", ";;20/11/2026;fait;;;etat")
                                .replaceFirst(";;;;;;etat", ";;bientôt;;;;etat")
                        + ";;;;;;;;;;;;2026-11-20\r\n");
        Files.delete(member.resolve("registres/missions.csv"));
        write(Output.PLAN, on("plan", member.toString()));
        write(Output.PLAN, on("plan", member.toString(), "-r", "cap"));
        write(Output.PLAN, on("plan", group.toString(), "--type", "AI"));
        write(
                Output.PLAN,
                on("plan", EXAMPLES.resolve("cap-atelier-des-possibles").toString(), "--sans-ecrire"));
    }
}
