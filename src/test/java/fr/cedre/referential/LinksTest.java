package fr.cedre.referential;

import static fr.cedre.referential.Fate.DEPLACEE;
import static fr.cedre.referential.Fate.FUSIONNEE;
import static fr.cedre.referential.Fate.IDENTIQUE;
import static fr.cedre.referential.Fate.NOUVELLE;
import static fr.cedre.referential.Fate.REFORMULEE;
import static fr.cedre.referential.Fate.RENFORCEE;
import static fr.cedre.referential.Fate.SCINDEE;
import static fr.cedre.referential.Fate.SUPPRIMEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fr.cedre.dossier.StructureType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Links: read from lines, turned round, chained, put together. */
class LinksTest {

    private static final StructureType AI = new StructureType("AI");
    private static final StructureType ACI = new StructureType("ACI");

    @ParameterizedTest
    @CsvSource({
        // the same demand passes the other fate on
        "IDENTIQUE, IDENTIQUE, IDENTIQUE",
        "IDENTIQUE, RENFORCEE, RENFORCEE",
        "ALLEGEE, IDENTIQUE, ALLEGEE",
        "DEPLACEE, DEPLACEE, DEPLACEE",
        // more, then less: other words, the sum is unknown
        "RENFORCEE, ALLEGEE, REFORMULEE",
        "ALLEGEE, RENFORCEE, REFORMULEE",
        // what asks for more or less prevails over words and places
        "REFORMULEE, RENFORCEE, RENFORCEE",
        "RENFORCEE, DEPLACEE, RENFORCEE",
        "DEPLACEE, ALLEGEE, ALLEGEE",
        "REFORMULEE, DEPLACEE, DEPLACEE",
        // and cardinality over all
        "SCINDEE, RENFORCEE, SCINDEE",
        "ALLEGEE, FUSIONNEE, FUSIONNEE",
        "FUSIONNEE, SCINDEE, SCINDEE"
    })
    void fatesCompose(Fate first, Fate second, Fate both) {
        assertThat(first.then(second)).isEqualTo(both);
    }

    @ParameterizedTest
    @EnumSource(Fate.class)
    void aFateTurnedRoundTwiceIsItself(Fate fate) {
        assertThat(fate.reversed().reversed()).isEqualTo(fate);
    }

    @Test
    void aLineGivesItsLinks() {
        Correspondence file = file(
                line(List.of("A1"), List.of("B1"), List.of("B2", "B3"), SCINDEE),
                line(List.of("A2", "A3"), List.of("B4"), List.of(), FUSIONNEE),
                line(List.of("A4"), List.of(), List.of(), SUPPRIMEE),
                line(List.of(), List.of("B5", "B6"), List.of(), NOUVELLE));
        assertThat(Links.of(file, AI))
                .containsExactly(
                        link("A1", "B1", SCINDEE, true),
                        link("A1", "B2", SCINDEE, false),
                        link("A1", "B3", SCINDEE, false),
                        link("A2", "B4", FUSIONNEE, true),
                        link("A3", "B4", FUSIONNEE, true),
                        link("A4", null, SUPPRIMEE, false),
                        link(null, "B5", NOUVELLE, false),
                        link(null, "B6", NOUVELLE, false));
    }

    @Test
    void whatIsTakenAsItIsFeedsADemandThatGoesFurther() {
        assertThat(Links.of(file(line(List.of("A1"), List.of("B1"), List.of("B2"), IDENTIQUE)), AI))
                .containsExactly(link("A1", "B1", IDENTIQUE, true), link("A1", "B2", RENFORCEE, false));
    }

    @Test
    void aLineHoldsForItsTypesOnly() {
        Correspondence file = file(
                new Correspondence.Line(
                        List.of("A1"), List.of("B1"), List.of(), List.of(), IDENTIQUE, Set.of(AI), "w", 1),
                new Correspondence.Line(
                        List.of("A1"), List.of(), List.of(), List.of(), SUPPRIMEE, Set.of(ACI), "w", 2));
        assertThat(Links.of(file, AI)).containsExactly(link("A1", "B1", IDENTIQUE, true));
        assertThat(Links.of(file, ACI)).containsExactly(link("A1", null, SUPPRIMEE, false));
    }

    @ParameterizedTest
    @CsvSource({
        "IDENTIQUE, true, IDENTIQUE, true",
        "REFORMULEE, true, REFORMULEE, true",
        "REFORMULEE, false, REFORMULEE, false",
        "DEPLACEE, true, DEPLACEE, true",
        // a proof of what asks more serves what asks less, never the other way round
        "RENFORCEE, true, ALLEGEE, true",
        "ALLEGEE, true, RENFORCEE, false",
        // a proof of a part serves what was split; a proof of the whole does not prove each thing merged into it
        "SCINDEE, false, FUSIONNEE, true",
        "FUSIONNEE, true, SCINDEE, false"
    })
    void turnedRound(Fate fate, boolean whole, Fate reversed, boolean serves) {
        assertThat(Links.reversed(List.of(link("A1", "B1", fate, whole))))
                .containsExactly(link("B1", "A1", reversed, serves));
    }

    @Test
    void turnedRoundWhatWasNewIsLost() {
        assertThat(Links.reversed(List.of(link(null, "B1", NOUVELLE, false), link("A1", null, SUPPRIMEE, false))))
                .containsExactly(link("B1", null, SUPPRIMEE, false), link(null, "A1", NOUVELLE, false));
    }

    @Test
    void putTogetherWhatHasASequelIsNotLost() {
        List<Link> one = List.of(
                link("A1", "B1", IDENTIQUE, true),
                link("A2", null, SUPPRIMEE, false),
                link("A3", null, SUPPRIMEE, false),
                link(null, "B2", NOUVELLE, false));
        List<Link> two = List.of(
                link("A1", null, SUPPRIMEE, false),
                link("A2", "B2", REFORMULEE, true),
                link("A3", null, SUPPRIMEE, false),
                link(null, "B1", NOUVELLE, false));
        assertThat(Links.united(List.of(one, two)))
                .containsExactly(
                        link("A1", "B1", IDENTIQUE, true),
                        link("A3", null, SUPPRIMEE, false),
                        link("A2", "B2", REFORMULEE, true));
    }

    @Test
    void putTogetherTheFullestOfTwoLinksIsKept() {
        Link part = link("A1", "B1", RENFORCEE, false);
        Link whole = link("A1", "B1", REFORMULEE, true);
        assertThat(Links.united(List.of(List.of(part), List.of(whole)))).containsExactly(whole);
        assertThat(Links.united(List.of(List.of(whole), List.of(part)))).containsExactly(whole);
    }

    @Test
    void chainedFatesCompose() {
        assertThat(chained(link("A1", "M1", RENFORCEE, true), link("M1", "B1", DEPLACEE, true)))
                .containsExactly(link("A1", "B1", RENFORCEE, true));
    }

    @ParameterizedTest
    @CsvSource({"true, true, true", "true, false, false", "false, true, false", "false, false, false"})
    void chainedWholeOnlyWhenEachStepIs(boolean first, boolean second, boolean both) {
        assertThat(chained(link("A1", "M1", REFORMULEE, first), link("M1", "B1", REFORMULEE, second)))
                .extracting(Link::whole)
                .containsExactly(both);
    }

    @Test
    void chainedByTwoWaysTheFullestHolds() {
        List<Link> links = Links.chained(
                List.of(link("A1", "M1", SCINDEE, false), link("A1", "M2", SCINDEE, true)),
                List.of(link("M1", "B1", FUSIONNEE, true), link("M2", "B1", FUSIONNEE, true)));
        assertThat(links).extracting(Link::from, Link::to, Link::whole).containsExactly(tuple("A1", "B1", true));
    }

    @Test
    void chainedWhatIsSplitThenMergedIsOneToOneAgain() {
        List<Link> links = Links.chained(
                List.of(link("A1", "M1", SCINDEE, true), link("A1", "M2", SCINDEE, true)),
                List.of(link("M1", "B1", FUSIONNEE, true), link("M2", "B1", FUSIONNEE, true)));
        assertThat(links).extracting(Link::fate).containsExactly(REFORMULEE);
    }

    @Test
    void chainedCardinalitiesAreCountedAgain() {
        List<Link> links = Links.chained(
                List.of(
                        link("A1", "M1", REFORMULEE, true),
                        link("A2", "M2", IDENTIQUE, true),
                        link("A3", "M3", IDENTIQUE, true)),
                List.of(
                        link("M1", "B1", SCINDEE, true),
                        link("M1", "B2", SCINDEE, true),
                        link("M2", "B3", RENFORCEE, true),
                        link("M3", "B3", RENFORCEE, true)));
        assertThat(links)
                .extracting(Link::from, Link::to, Link::fate)
                .containsExactly(
                        tuple("A1", "B1", SCINDEE),
                        tuple("A1", "B2", SCINDEE),
                        tuple("A2", "B3", FUSIONNEE),
                        tuple("A3", "B3", FUSIONNEE));
    }

    @Test
    void chainedWhatIsNewOrLostAtEitherStep() {
        List<Link> links = Links.chained(
                List.of(
                        link("A1", null, SUPPRIMEE, false),
                        link("A2", "M2", IDENTIQUE, true),
                        link(null, "M3", NOUVELLE, false),
                        link(null, "M4", NOUVELLE, false)),
                List.of(
                        link("M2", null, SUPPRIMEE, false),
                        link("M3", "B3", IDENTIQUE, true),
                        link("M4", null, SUPPRIMEE, false),
                        link(null, "B5", NOUVELLE, false)));
        assertThat(links)
                .containsExactly(
                        link("A1", null, SUPPRIMEE, false),
                        link("A2", null, SUPPRIMEE, false),
                        link(null, "B3", NOUVELLE, false),
                        link(null, "B5", NOUVELLE, false));
    }

    @Test
    void chainedWhatTheSecondStepForgetsIsLostAndSaid() {
        assertThat(chained(link("A1", "M1", REFORMULEE, true), link("M2", "B2", IDENTIQUE, true)))
                .containsExactly(link("A1", null, SUPPRIMEE, false));
    }

    @Test
    void chainedReasonsAreBothGivenOnce() {
        assertThat(why("un", REFORMULEE, "deux", REFORMULEE)).isEqualTo("un Puis : deux");
        assertThat(why("un", IDENTIQUE, "deux", REFORMULEE)).isEqualTo("deux");
        assertThat(why("un", REFORMULEE, "deux", IDENTIQUE)).isEqualTo("un");
        assertThat(why("un", REFORMULEE, "un", REFORMULEE)).isEqualTo("un");
    }

    private static String why(String first, Fate one, String second, Fate two) {
        return chained(new Link("A1", "M1", one, true, first), new Link("M1", "B1", two, true, second))
                .get(0)
                .why();
    }

    private static List<Link> chained(Link first, Link second) {
        return Links.chained(List.of(first), List.of(second));
    }

    private static Link link(@Nullable String from, @Nullable String to, Fate fate, boolean whole) {
        return new Link(from, to, fate, whole, "w");
    }

    private static Correspondence.Line line(List<String> from, List<String> to, List<String> partly, Fate fate) {
        return new Correspondence.Line(from, to, partly, List.of(), fate, Set.of(), "w", 1);
    }

    private static Correspondence file(Correspondence.Line... lines) {
        return new Correspondence("a", "b", Provenance.PROPOSITION, "n", "a--b.yaml", List.of(), List.of(lines));
    }
}
