package fr.cedre.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cedre.check.Check;
import fr.cedre.check.CheckReader;
import fr.cedre.check.Scale;
import fr.cedre.dossier.Dictionary;
import fr.cedre.problem.CedreException;
import fr.cedre.referential.Library;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Specification;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckKindsTest {

    private static final Library LIBRARY = Library.open(null, null);
    private static final Dictionary DICTIONARY = LIBRARY.dictionary();

    @Test
    void every_kind_of_check_can_be_told() {
        assertThat(Check.class.getPermittedSubclasses())
                .allSatisfy(kind -> assertThat(CheckKinds.knows(kind)).isTrue());
        assertThat(CheckKinds.codes())
                .containsExactlyInAnyOrderElementsOf(
                        new CheckReader(DICTIONARY, Map.of(), Set.of(), Scale.none()).kinds());
    }

    @Test
    void every_check_at_hand_is_told_in_words_and_says_what_it_reads() {
        for (String name : LIBRARY.names()) {
            Referential referential;
            try {
                referential = LIBRARY.referential(name, DICTIONARY);
            } catch (CedreException e) {
                continue; // being written: validate says it
            }
            for (Specification specification : referential.specifications()) {
                for (Check check : CheckWords.checks(specification, referential).keySet()) {
                    String where =
                            name + " " + specification.id() + " " + check.head().id();
                    assertThat(CheckKinds.how(check))
                            .as(where)
                            .matches("[A-ZÀÉ].*\\.")
                            .doesNotContain("null", "@");
                    assertThat(CheckWords.message(check, DICTIONARY)).as(where).doesNotContain("{", "}", "[]");
                    assertThat(CheckReads.of(check).columns().keySet())
                            .as(where)
                            .containsAll(check.registers());
                    CheckReads.of(check)
                            .columns()
                            .forEach((register, columns) -> assertThat(
                                            DICTIONARY.get(register).columnNames())
                                    .as(where)
                                    .containsAll(columns));
                }
            }
        }
    }
}
