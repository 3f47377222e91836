package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cedre.report.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an auditor finds in the binder of a sound folder: every specification, its proofs, what is missing, and the means to verify it all. */
class BinderTest extends BinderFolder {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ai-clef-emploi",
                "etti-passerelle-interim",
                "aci-jardins-du-pre",
                "ei-premier-jour",
                "ensemblier-deux-rives",
                "cap-atelier-des-possibles"
            })
    void examples(String example) throws IOException {
        Path folder = EXAMPLES.resolve(example);
        Path binder = temp.resolve("classeur");
        CedreRunner.Result alone = CedreRunner.run("check", folder.toString(), "--date", DATE);
        CedreRunner.Result both = binder(folder, binder);

        assertThat(both.code()).isEqualTo(alone.code());
        assertThat(both.out()).isEqualTo(alone.out());
        assertThat(both.err())
                .contains(
                        "Classeur écrit dans « " + binder + " »",
                        "Empreinte de empreintes.txt : " + sha256(binder.resolve("empreintes.txt")));
        sealed(binder);
        assertThat(linked(binder)).isPositive();
        everyCopyIsItsSource(folder, binder);
        everySpecificationInOrder(folder, binder);
        assertThat(tree(temp)).allMatch(f -> f.startsWith("classeur/"));
    }

    private static void everyCopyIsItsSource(Path folder, Path binder) throws IOException {
        Map<String, String> sources = new HashMap<>();
        Path documents = folder.resolve("documents");
        for (String name : Files.exists(documents) ? tree(documents) : List.<String>of()) {
            sources.put(sha256(documents.resolve(name)), name.substring(name.lastIndexOf('/') + 1));
        }
        TreeSet<String> copied = new TreeSet<>();
        for (String name : tree(binder)) {
            if (name.startsWith("preuves/")) {
                String source = sources.get(sha256(binder.resolve(name)));
                assertThat(source).as(name).isNotNull();
                assertThat(name).endsWith(source);
                assertThat(copied.add(source)).as("one copy of " + source).isTrue();
            }
        }
        assertThat(copied).containsExactlyInAnyOrderElementsOf(sources.values());
    }

    private static void everySpecificationInOrder(Path folder, Path binder) throws IOException {
        List<String> expected = new java.util.ArrayList<>();
        CedreRunner.run("check", folder.toString(), "--date", DATE, "-f", "json")
                .json()
                .get("specifications")
                .forEach(s -> expected.add(s.get("id").asText()
                        + (s.get("type").isNull() ? "" : " [" + s.get("type").asText() + "]")));
        List<String> shown = page(binder.resolve("index.html")).select("details.fiche > summary > h3").stream()
                .map(Element::text)
                .toList();
        assertThat(shown).hasSizeGreaterThanOrEqualTo(expected.size());
        List<String> last = shown.subList(shown.size() - expected.size(), shown.size());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(last.get(i)).startsWith(expected.get(i) + " ");
        }
    }

    /** The whole of a small one: its tree, and what two pages say. */
    @Test
    void firstDay() throws IOException {
        Path binder = temp.resolve("classeur");
        binder(EXAMPLES.resolve("ei-premier-jour"), binder);
        StringBuilder all = new StringBuilder(String.join("\n", tree(binder)));
        for (String name :
                List.of("manquantes/4.4 aucune-preuve.html", "manquantes/fichier registres contrats.csv.html")) {
            Document page = page(binder.resolve(name));
            all.append("\n\n== ").append(name).append('\n');
            page.select("h1, h2, h3, dt, dd, main p, main ul:not(.constats) > li, main th")
                    .forEach(e -> all.append(e.text()).append('\n'));
        }
        Golden.check("classeur-ei-premier-jour.txt", all.toString());
    }

    /** A proof that does not count is shown and attached, with its defect, and has its page. */
    @Test
    void documentThatDoesNotCount() throws IOException {
        Path folder = Folders.copy(EXAMPLES.resolve("etti-passerelle-interim"), temp.resolve("dossier"));
        Folders.replace(
                folder.resolve("preuves.csv"),
                "15/09/2025;gérance;22/10/2026;;serveur partagé, tous les permanents;presentation",
                "15/09/2025;gérance;22/10/2026;23/10/2026;serveur partagé, tous les permanents;presentation");
        Path binder = temp.resolve("classeur");
        binder(folder, binder);
        Document index = page(binder.resolve("index.html"));
        Element sheet = index.getElementById("s-3_2e2");
        assertThat(sheet).isNotNull();
        assertThat(sheet.text()).contains("MQ-01", "ne compte pas", "expirée le 23/10/2026", "preuves.csv:2");
        assertThat(sheet.select("a").eachAttr("href"))
                .contains("preuves/3.1/MQ-01%20manuel-qualite-v4.txt", "manquantes/3.2%20manuel-qualite-absent.html");
        Document missing = page(binder.resolve("manquantes/3.2 manuel-qualite-absent.html"));
        assertThat(missing.text())
                .contains("Un manuel qualité", "§ 3.2", "Souvent montré", "expirée le 23/10/2026", "Signature");
        assertThat(missing.select("table.formulaire td")).hasSize(6);
        assertThat(missing.select("table.formulaire td").text()).isBlank();
        sealed(binder);
        linked(binder);
    }

    /** Neither what people wrote about people, nor the registers, even when a proof cites one. */
    @Test
    void identifiersOnly() throws IOException {
        Path folder = Folders.copy(EXAMPLES.resolve("etti-passerelle-interim"), temp.resolve("dossier"));
        Path proofs = folder.resolve("preuves.csv");
        Files.writeString(
                proofs,
                Files.readString(proofs)
                        + "ZZ-1;Titre de Zébulonne;affiche;6.1.A3;1;2026-01-02;Zébulonne Dupont;;;pour Zébulonne;;registres/salaries.csv\n"
                        + "ZZ-2;Titre de Zébulonne;affiche;6.1.A3;1;2026-01-02;Zébulonne Dupont;;;pour Zébulonne;;structure.yaml\n");
        Path binder = temp.resolve("classeur");
        binder(folder, binder);
        for (String name : tree(binder)) {
            assertThat(Files.readString(binder.resolve(name))).as(name).doesNotContain("Zébulonne");
            assertThat(name).doesNotContain("salaries", "structure.yaml");
        }
        Document index = page(binder.resolve("index.html"));
        assertThat(index.text())
                .contains(
                        "registres/salaries.csv : non joint, à consulter sur place",
                        "données personnelles",
                        sha256(folder.resolve("registres/salaries.csv")));
    }

    @Test
    void partial() throws IOException {
        Path binder = temp.resolve("classeur");
        binder(EXAMPLES.resolve("aci-jardins-du-pre"), binder, "--chapitre", "3");
        assertThat(tree(binder))
                .containsExactly(
                        "LISEZMOI.txt", "empreintes.txt", "index.html", "preuves/3.1/MQ-01 manuel-qualite-v4.txt");
        assertThat(page(binder.resolve("index.html")).text()).contains("Ce classeur est partiel");
        sealed(binder);
        linked(binder);
    }

    @Test
    void reportsAreStillWritten() throws IOException {
        Path report = temp.resolve("r.json");
        CedreRunner.Result result = binder(
                EXAMPLES.resolve("ei-premier-jour"),
                temp.resolve("classeur"),
                "-q",
                "-f",
                "json",
                "-o",
                report.toString());
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEmpty();
        assertThat(report).content().contains("cedre/rapport/1");
        assertThat(temp.resolve("classeur/index.html")).exists();
    }

    @Test
    void sameBytesEverywhere() throws IOException {
        Path folder = EXAMPLES.resolve("etti-passerelle-interim");
        Path first = temp.resolve("a");
        binder(folder, first);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Path second = temp.resolve("b");
            binder(Folders.copy(folder, temp.resolve("copie")), second);
            assertThat(Files.readString(second.resolve("empreintes.txt")))
                    .isEqualTo(Files.readString(first.resolve("empreintes.txt")));
            sealed(second);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void group() throws IOException {
        Path binder = temp.resolve("classeur");
        CedreRunner.Result result = binder(EXAMPLES, binder);
        assertThat(result.code()).isEqualTo(1);
        Document index = page(binder.resolve("index.html"));
        assertThat(index.select("td a").eachAttr("href"))
                .containsExactly(
                        "ai-clef-emploi/index.html",
                        "etti-passerelle-interim/index.html",
                        "aci-jardins-du-pre/index.html",
                        "ei-premier-jour/index.html",
                        "ensemblier-deux-rives/index.html");
        sealed(binder);
        linked(binder);
        Path alone = temp.resolve("seul");
        binder(EXAMPLES.resolve("aci-jardins-du-pre"), alone);
        sealed(binder.resolve("aci-jardins-du-pre"));
        assertThat(Files.readString(binder.resolve("aci-jardins-du-pre/empreintes.txt")))
                .isEqualTo(Files.readString(alone.resolve("empreintes.txt")));
    }

    /** A member that cannot be checked has no binder, and the page says why. */
    @Test
    void groupWithAMemberThatCannotBeChecked() throws IOException {
        Path group = temp.resolve("groupe");
        Folders.copy(EXAMPLES.resolve("ei-premier-jour"), group.resolve("sous/CON"));
        Folders.write(group.resolve("b/structure.yaml"), "nom: B\n");
        Folders.write(group.resolve("groupe.yaml"), "nom: G\nmembres: [sous/CON, b]\n");
        Path binder = temp.resolve("classeur");
        assertThat(binder(group, binder).code()).isEqualTo(2);
        assertThat(page(binder.resolve("index.html")).text()).contains("n'a pas pu être contrôlé");
        assertThat(binder.resolve("sous_CON/index.html")).exists();
        sealed(binder);
        linked(binder);
    }
}
