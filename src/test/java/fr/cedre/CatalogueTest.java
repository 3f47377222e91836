package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cedre.check.Check;
import fr.cedre.check.CheckReader;
import fr.cedre.check.Scale;
import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.Field;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.dossier.StructureType;
import fr.cedre.referential.Annex;
import fr.cedre.referential.Library;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Specification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What CEDRE V2 must contain, and that every word of the vocabulary is documented, used and tested. */
class CatalogueTest {

    private static final Library LIBRARY = Library.open(null, null);
    private static final Dictionary DICTIONARY = LIBRARY.dictionary();
    private static final Referential V2 = LIBRARY.referential("v2", DICTIONARY);

    private static final StructureType AI = new StructureType("AI");
    private static final StructureType ETTI = new StructureType("ETTI");
    private static final StructureType ACI = new StructureType("ACI");
    private static final StructureType EI = new StructureType("EI");

    private static final List<String> IDS =
            List.of(("3.1 3.2 4.1 4.2 4.3 4.4 5.1.attributions 5.1.competences 5.1.formation"
                            + " 5.1.statuts 5.2 5.3"
                            + " 6.1.A 6.1.A1 6.1.A2 6.1.A3 6.1.A4 6.1.A5 6.1.B 6.1.B1 6.1.B2 6.1.B3 6.1.C 6.1.C1 6.1.C2 6.1.C3 6.1.C4"
                            + " 6.1.D 6.1.D1 6.1.E 6.1.F 6.1.G 6.1.G1 6.1.G2 6.1.G3 6.1.G-DP 6.1.G4"
                            + " 6.2.A 6.2.A1 6.2.A2 6.2.B 6.2.B1 6.2.B2 6.2.B3 6.2.C 6.2.C1 6.2.C2 6.2.C3 6.2.C4 6.2.D 6.2.D1 6.2.D2"
                            + " 6.2.D3 6.2.D4 6.2.E 6.2.E1 6.2.E2 6.2.F 6.2.F1 6.2.F2"
                            + " 6.3.A 6.3.A1 6.3.A2 6.3.A3 6.3.A4 6.3.A5 6.3.B 6.3.B1 6.3.B2 6.3.B3 6.3.B4 6.3.B5 6.3.B6 6.3.B7"
                            + " 7.A 7.B 7.C 7.D1 7.D2 8.A 8.A1 8.A2 8.A3 8.A4 8.A5 8.B 8.B1 8.B2 8.B3 8.C 8.C1 8.C2 9.1 9.2 9.3")
                    .split(" ", -1));

    @Test
    void the_95_identifiers_are_there_in_official_order() {
        assertThat(V2.specifications().stream().map(Specification::id)).containsExactlyElementsOf(IDS);
        assertThat(IDS).hasSize(95);
    }

    @Test
    void types_are_those_of_the_text() {
        Map<String, Set<StructureType>> restricted = Map.of("6.1.B3", Set.of(ACI, EI), "6.2.D4", Set.of(AI, ETTI));
        for (Specification s : V2.specifications()) {
            Set<StructureType> addressed =
                    V2.types().stream().filter(t -> s.variantFor(t).isPresent()).collect(Collectors.toSet());
            assertThat(addressed).as(s.id()).isEqualTo(restricted.getOrDefault(s.id(), Set.of(AI, ETTI, ACI, EI)));
        }
    }

    @Test
    void sixteen_specifications_have_wordings_by_family_and_one_has_three() {
        Map<String, Integer> wordings = new HashMap<>();
        V2.specifications().stream()
                .filter(s -> s.variants().size() > 1)
                .forEach(s -> wordings.put(s.id(), s.variants().size()));
        assertThat(wordings.keySet())
                .containsExactlyInAnyOrder(
                        "6.1.A",
                        "6.1.B",
                        "6.1.B1",
                        "6.1.C",
                        "6.1.C1",
                        "6.1.C2",
                        "6.1.C4",
                        "6.1.F",
                        "6.1.G2",
                        "6.1.G-DP",
                        "6.2.A",
                        "6.2.D1",
                        "6.2.D2",
                        "6.3.B3",
                        "6.3.B4",
                        "6.3.B5");
        assertThat(wordings).containsEntry("6.1.G-DP", 3);
        Specification dp = V2.specification("6.1.G-DP").orElseThrow();
        assertThat(dp.variantFor(AI)).isNotEqualTo(dp.variantFor(ETTI));
        assertThat(dp.variantFor(ACI)).isEqualTo(dp.variantFor(EI));
    }

    @Test
    void each_specification_is_checked_or_says_why_a_human_must_judge() {
        for (Specification s : V2.specifications()) {
            assertThat(s.advice()).as(s.id()).isNotBlank();
            assertThat(s.reference().page()).as(s.id()).isNotNull();
            for (StructureType type : V2.types()) {
                if (s.variantFor(type).isPresent() && s.checksFor(type).isEmpty()) {
                    assertThat(s.judgementFor(type)).as(s.id() + " " + type).isNotBlank();
                }
            }
        }
    }

    @Test
    void scope_principles_glossary_and_annexes_are_complete() {
        assertThat(V2.scope()).extracting(Specification::id).containsExactly("2.2");
        assertThat(V2.principles()).hasSize(5);
        assertThat(V2.glossary()).hasSize(25);
        assertThat(V2.glossary().stream().map(d -> d.reference().section()))
                .containsExactlyInAnyOrderElementsOf(Stream.iterate(1, i -> i + 1)
                        .limit(25)
                        .map(i -> "2.5/1." + i)
                        .toList());
        assertThat(V2.annexes()).extracting(Annex::id).containsExactly("A", "B", "C");
        assertThat(V2.annexes().get(0).parts()).hasSize(4);
        assertThat(V2.annexes().get(1).parts())
                .extracting(Annex.Part::code)
                .containsExactlyInAnyOrder(
                        "coup_de_pouce",
                        "decouverte",
                        "mobilisation_preparation",
                        "validation_professionnelle",
                        "soutien_actif",
                        "templus");
        assertThat(V2.annexes().get(2).parts())
                .extracting(Annex.Part::code)
                .containsExactly("stable", "instable", "precaire");
        assertThat(V2.lifecycle().validity()).hasToString("3 ans");
        assertThat(V2.lifecycle().applicableFrom()).isEqualTo("2009-06-30");
        assertThat(V2.lifecycle().adoptedOn()).isEqualTo("2008-05-19");
    }

    @Test
    void every_parameter_is_used_and_explained() {
        Set<String> used = new TreeSet<>();
        List<Specification> all = new ArrayList<>(V2.specifications());
        all.addAll(V2.scope());
        all.forEach(s -> V2.types()
                .forEach(t -> s.checksFor(t).forEach(c -> used.addAll(c.head().parameters()))));
        assertThat(used).containsExactlyInAnyOrderElementsOf(V2.parameters().keySet());
        V2.parameters().values().forEach(p -> assertThat(p.why()).as(p.name()).isNotBlank());
    }

    @Test
    void every_kind_of_check_is_documented_used_and_tested() throws IOException {
        Set<String> kinds = new CheckReader(DICTIONARY, Map.of(), Set.of(), Scale.none()).kinds();
        String vocabulary = Files.readString(Path.of("referentiels/VOCABULAIRE.md"));
        StringBuilder shipped = new StringBuilder();
        for (String name : LIBRARY.names()) {
            shipped.append(Files.readString(LIBRARY.find(name)));
        }
        for (String kind : kinds) {
            assertThat(vocabulary).as("documented: " + kind).contains("`" + kind + "`");
            assertThat(shipped.toString()).as("used: " + kind).containsPattern("genre: " + kind + "[,\n]");
        }
    }

    @Test
    void every_contract_column_is_in_the_dictionary_and_explained() {
        assertThat(DICTIONARY.schemas()).hasSize(31);
        for (RegisterSchema schema : DICTIONARY.schemas().values()) {
            assertThat(schema.description()).as(schema.name()).isNotBlank();
            assertThat(schema.primaryKey()).as(schema.name()).isNotEmpty().allMatch(schema::has);
            for (Field field : schema.fields()) {
                assertThat(field.description())
                        .as(schema.name() + "." + field.name())
                        .isNotBlank();
            }
            schema.foreignKeys().forEach((column, target) -> {
                String[] parts = target.split("\\.", -1);
                assertThat(schema.has(column)).isTrue();
                assertThat(DICTIONARY.get(parts[0]).has(parts[1])).as(target).isTrue();
            });
        }
        assertThat(columns("missions"))
                .isEqualTo(
                        "id id_salarie id_client debut fin heures date_info_conditions date_suivi_client exploitation"
                                + " date_eval_client date_eval_salarie date_mise_en_relation conformite_mesuree type_structure");
        assertThat(columns("engagements"))
                .isEqualTo(
                        "id id_salarie type debut echeance signe_salarie_le signe_structure_le motif_non_signature objectifs"
                                + " volume_heures moyens_structure moyens_salarie exemplaire_remis_le contrat_prescripteur apports_specifiques"
                                + " cloture_le type_structure");
    }

    @Test
    void ids_of_checks_name_a_defect_and_are_unique_for_a_type() {
        for (Specification s : V2.specifications()) {
            for (StructureType type : V2.types()) {
                assertThat(s.checksFor(type).stream().map(Check::head).map(h -> h.id()))
                        .as(s.id() + " " + type)
                        .doesNotHaveDuplicates()
                        .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)+"));
            }
        }
    }

    private static String columns(String register) {
        return String.join(
                " ", Arrays.asList(DICTIONARY.get(register).columnNames().toArray(new String[0])));
    }
}
