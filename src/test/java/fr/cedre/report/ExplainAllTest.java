package fr.cedre.report;

import static fr.cedre.CedreRunner.run;
import static org.assertj.core.api.Assertions.assertThat;

import fr.cedre.CedreRunner.Result;
import fr.cedre.check.Check;
import fr.cedre.check.Condition;
import fr.cedre.check.StructureCondition;
import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.StructureKeys;
import fr.cedre.referential.Library;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Specification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a referential, a folder or a report names can be asked for. */
class ExplainAllTest {

    private static final Library LIBRARY = Library.open(null, null);
    private static final Dictionary DICTIONARY = LIBRARY.dictionary();

    private static List<Specification> specifications(Referential one) {
        return Stream.concat(one.scope().stream(), one.specifications().stream())
                .toList();
    }

    private static Set<Check> checks(Specification s) {
        return Stream.concat(s.checks().stream(), s.variants().stream().flatMap(v -> v.checks().stream()))
                .collect(Collectors.toSet());
    }

    @Test
    void everything_of_every_referential_is_explained() {
        for (String name : LIBRARY.names()) {
            Referential one = LIBRARY.referential(name, DICTIONARY);
            Set<String> names = new TreeSet<>();
            for (Specification s : specifications(one)) {
                names.add(s.id());
                checks(s).forEach(c -> names.addAll(c.ids()));
                s.readings().forEach(r -> names.add(r.code()));
            }
            one.chapters().forEach(c -> names.add(c.id()));
            names.addAll(one.documents().keySet());
            names.addAll(one.parameters().keySet());
            one.types().forEach(t -> names.add(t.code()));
            List<String> args = new ArrayList<>(List.of("explain", "-r", name));
            args.addAll(names);
            Result result = run(args);
            assertThat(result.err()).as(name).isEmpty();
            assertThat(result.code()).as(name).isZero();
            assertThat(result.out()).doesNotContain("null ", "Predicate", "Moment[", "fr.cedre");
            for (Specification s : specifications(one)) {
                assertThat(result.out()).contains(s.id() + " ");
            }
        }
    }

    @Test
    void every_key_of_structure_yaml_is_explained_and_every_key_read_is_listed() throws IOException {
        Set<String> known = new TreeSet<>();
        for (StructureKeys.Key key : StructureKeys.all()) {
            known.add(key.path());
            assertThat(run("explain", key.path()).out())
                    .startsWith(key.path() + " : " + key.title())
                    .contains("Fichier      structure.yaml", "À écrire     ", "Exemple      ");
        }
        for (String name : LIBRARY.names()) {
            for (Specification s : specifications(LIBRARY.referential(name, DICTIONARY))) {
                checks(s).forEach(c -> assertThat(known).containsAll(c.keys()));
                assertThat(known).containsAll(conditions(s.condition()));
            }
        }
        // What a new folder shows and what is explained are the same keys.
        String template;
        try (var in = StructureKeys.class.getResourceAsStream("/fr/cedre/scaffold/structure.yaml")) {
            template = new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
        for (String key : List.of(
                "nom",
                "types",
                "referentiel",
                "organe_direction",
                "financement",
                "objectif_engagements",
                "siret",
                "ensemblier",
                "reseaux",
                "certification",
                "audit_prevu_le",
                "fermetures",
                "non_applicables",
                "colonnes")) {
            assertThat(template).containsPattern("(?m)^(# )?" + key + ":");
            assertThat(known).contains(key);
        }
    }

    private static Set<String> conditions(@org.jspecify.annotations.Nullable Condition condition) {
        Set<String> paths = new TreeSet<>();
        if (condition instanceof StructureCondition structure) {
            paths.add(structure.path());
        } else if (condition instanceof Condition.Combination all) {
            all.parts().forEach(p -> paths.addAll(conditions(p)));
        }
        return paths;
    }

    @Test
    void names_are_found_however_they_are_typed() {
        String expected = run("explain", "6.1.G-DP").out();
        for (String typed : List.of("6.1.g-dp", "61GDP", "§ 6.1 g dp", "6.1.G_DP")) {
            assertThat(run("explain", typed).out()).as(typed).isEqualTo(expected);
        }
        assertThat(run("explain", "A EXAMINER").out()).startsWith("a_examiner : À examiner (statut)");
        assertThat(run("explain", "écarts").out()).startsWith("ecart : Écart (statut)");
        assertThat(run("explain", "livret_accueil").out()).startsWith("livret-accueil : Livret d'accueil");
        assertThat(run("explain", "securite").out()).startsWith("informations.themes : ");
        assertThat(run("explain", "6").out()).contains("6.1 : ", "6.2 : ", "6.3 : ");
        assertThat(run("explain", "6.1.A-ZZ").err()).contains("vouliez-vous dire « 6.1.A » ?");
        assertThat(run("explain", "rythme.regulation").err()).contains("« rythmes.regulation »");
        assertThat(run("explain", "livret-acueil").err()).contains("« livret-accueil »");
        assertThat(run("explain", "compte-rendu-absen").err()).contains("« compte-rendu-absent »");
    }

    @Test
    void a_check_says_which_rows_and_what_is_expected_of_them() {
        assertThat(run("explain", "mission-longue-sans-suivi").out().replaceAll("\\s+", " "))
                .contains("6.2.D4 Suivi auprès du client")
                .contains(
                        "Lignes concernées : durée de 7 jours au moins, de debut jusqu'à fin (ou le jour du contrôle, s'il vient"
                                + " avant).")
                .contains("Attendu : date_suivi_client est rempli.", "→ ", "L'exigence entière : cedre explain 6.2.D4");
    }

    @Test
    void one_type_sees_its_own_wording_and_checks() throws IOException {
        String ai = run("explain", "6.1.G-DP", "--type", "ai").out();
        assertThat(ai)
                .contains("part-contractualisee", "AI : Chaque mois")
                .doesNotContain("ETTI : Chaque", "salarie-sans-engagement");
        assertThat(run("explain", "6.2.D4", "--type", "ACI").out())
                .contains("aucune pour ACI : elle ne vise pas ce type.");
        assertThat(run("explain", "6.1.G-DP", "--type", "AIE").err()).contains("vouliez-vous dire « AI » ?");
        assertThat(run("explain", "6.1.G-DP", "--type", "ACI,EI", "-f", "json")
                        .json()
                        .get("explications")
                        .get(0)
                        .get("redactions"))
                .hasSize(1);
    }
}
