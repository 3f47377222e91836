package fr.cedre.referential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cedre.SmallLibrary;
import fr.cedre.dossier.StructureType;
import fr.cedre.problem.CedreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way from a referential to another, through the files at hand. */
class AtlasTest {

    private static final StructureType AI = new StructureType("AI");

    @TempDir
    private Path temp;

    private SmallLibrary files;

    @BeforeEach
    void referentials() throws IOException {
        files = new SmallLibrary(temp);
        for (String id : List.of("a", "b", "c", "d", "e", "f")) {
            files.referential(id, "", id + "1", id + "2");
        }
    }

    @Test
    void aFileForThePair() throws IOException {
        files.lines("a", "b", "de: a1, vers: b1, sort: identique", "de: a2, vers: b2, sort: renforcee");
        Passage passage = find("a", "b");
        assertThat(passage.steps()).containsExactly("a--b");
        assertThat(passage.byIdentifiers()).isFalse();
        assertThat(said(passage)).containsExactly("a1 > b1 identique entier", "a2 > b2 renforcee entier");
    }

    @Test
    void theFileOfTheOppositeDirectionReadBackwards() throws IOException {
        files.lines(
                "a", "b", "de: a1, vers: b1, sort: renforcee", "de: a2, sort: supprimee", "vers: b2, sort: nouvelle");
        Passage passage = find("b", "a");
        assertThat(passage.steps()).containsExactly("a--b");
        assertThat(said(passage))
                .containsExactly("b1 > a1 allegee entier", "null > a2 nouvelle partie", "b2 > null supprimee partie");
    }

    @Test
    void theFileOfThePairIsPreferredToTheOneBackwards() throws IOException {
        files.lines("a", "b", "de: a1, vers: b1, sort: identique");
        files.lines("b", "a", "de: b1, vers: a2, sort: identique");
        assertThat(said(find("b", "a"))).containsExactly("b1 > a2 identique entier");
    }

    @Test
    void theShortestChainWins() throws IOException {
        same("a", "b");
        same("b", "c");
        same("c", "d");
        same("a", "e");
        same("e", "d");
        assertThat(find("a", "d").steps()).containsExactly("a--e", "e--d");
        assertThat(find("a", "c").steps()).containsExactly("a--b", "b--c");
    }

    @Test
    void aDirectFileWinsOverAnyChain() throws IOException {
        same("a", "b");
        same("b", "c");
        files.lines("a", "c", "de: a1, vers: c2, sort: deplacee");
        assertThat(find("a", "c").steps()).containsExactly("a--c");
    }

    @Test
    void aChainMayGoBackwards() throws IOException {
        same("b", "a");
        same("b", "c");
        Passage passage = find("a", "c");
        assertThat(passage.steps()).containsExactly("b--a", "b--c");
        assertThat(said(passage)).containsExactly("a1 > c1 identique entier", "a2 > c2 identique entier");
    }

    @Test
    void aRingOfFilesEndsAndFourStepsAreTheLongest() throws IOException {
        same("a", "b");
        same("b", "c");
        same("c", "a");
        same("c", "d");
        same("d", "e");
        same("e", "f");
        assertThat(find("b", "e").steps()).containsExactly("b--c", "c--d", "d--e");
        assertThat(find("a", "f").steps()).containsExactly("c--a", "c--d", "d--e", "e--f");
        files.referential("g", "", "g1", "g2");
        same("f", "g");
        assertThat(atlas().find(named("a"), named("g"))).isEmpty();
    }

    @Test
    void noWay() throws IOException {
        same("a", "b");
        same("c", "d");
        assertThat(atlas().find(named("a"), named("d"))).isEmpty();
    }

    @Test
    void toItself() {
        Passage passage = find("a", "a");
        assertThat(passage.steps()).isEmpty();
        assertThat(passage.byIdentifiers()).isFalse();
        assertThat(said(passage)).containsExactly("a1 > a1 identique entier", "a2 > a2 identique entier");
    }

    @Test
    void aWholeIsReachedThroughEachOfItsParts() throws IOException {
        files.referential("ab", "a, b", "ab1");
        same("a", "b");
        Passage passage = find("a", "ab");
        assertThat(passage.steps()).containsExactly("a--b");
        assertThat(said(passage))
                .containsExactlyInAnyOrder(
                        "a1 > a1 identique entier",
                        "a2 > a2 identique entier",
                        "a1 > b1 identique entier",
                        "a2 > b2 identique entier",
                        "null > ab1 nouvelle partie");
    }

    @Test
    void aWholeIsLeftThroughEachOfItsParts() throws IOException {
        files.referential("ab", "a, b");
        files.lines("a", "c", "de: a1, vers: c1, sort: renforcee", "de: a2, sort: supprimee");
        files.lines("b", "c", "de: b2, vers: c2, sort: allegee");
        Passage passage = find("ab", "c");
        assertThat(passage.steps()).containsExactlyInAnyOrder("a--c", "b--c");
        assertThat(said(passage))
                .containsExactlyInAnyOrder(
                        "a1 > c1 renforcee entier",
                        "a2 > null supprimee partie",
                        "b1 > null supprimee partie",
                        "b2 > c2 allegee entier");
    }

    @Test
    void aPartThatNothingLeadsToIsNew() throws IOException {
        files.referential("ab", "a, b");
        assertThat(said(find("a", "ab")))
                .containsExactlyInAnyOrder(
                        "a1 > a1 identique entier",
                        "a2 > a2 identique entier",
                        "null > b1 nouvelle partie",
                        "null > b2 nouvelle partie");
        assertThat(said(find("ab", "a")))
                .containsExactlyInAnyOrder(
                        "a1 > a1 identique entier",
                        "a2 > a2 identique entier",
                        "b1 > null supprimee partie",
                        "b2 > null supprimee partie");
    }

    @Test
    void twoWholesThatShareAPart() throws IOException {
        files.referential("ab", "a, b");
        files.referential("bc", "b, c");
        files.lines("a", "c", "de: a1, vers: c1, sort: reformulee");
        assertThat(said(find("ab", "bc")))
                .containsExactlyInAnyOrder(
                        "a1 > c1 reformulee entier",
                        "a2 > null supprimee partie",
                        "b1 > b1 identique entier",
                        "b2 > b2 identique entier",
                        "null > c2 nouvelle partie");
    }

    @Test
    void aFileThatPutsOthersTogether() throws IOException {
        files.referential("bc", "b, c");
        files.lines("a", "b", "de: a1, vers: b1, sort: identique", "de: a2, sort: supprimee");
        files.lines("a", "c", "de: a2, vers: c2, sort: identique", "vers: c1, sort: nouvelle");
        files.lines("a", "bc", List.of("a--b", "a--c"), "de: a1, en_partie: c1, sort: renforcee");
        Passage passage = find("a", "bc");
        assertThat(passage.steps()).containsExactly("a--bc");
        assertThat(said(passage))
                .containsExactlyInAnyOrder(
                        "a1 > c1 renforcee partie", "a1 > b1 identique entier", "a2 > c2 identique entier");
    }

    @Test
    void aFileThatPutsItselfTogetherDoesNotLoop() throws IOException {
        files.lines("a", "b", List.of("a--b"), "de: a1, vers: b1, sort: identique");
        assertThatThrownBy(() -> said(find("a", "b")))
                .isInstanceOf(CedreException.class)
                .hasMessageContaining("a--b");
    }

    @Test
    void filesThatPutEachOtherTogetherDoNotLoop() throws IOException {
        files.lines("a", "b", List.of("a--c"), "de: a1, vers: b1, sort: identique");
        files.lines("a", "c", List.of("a--b"), "de: a1, vers: c1, sort: identique");
        assertThatThrownBy(() -> said(find("a", "b")))
                .isInstanceOf(CedreException.class)
                .hasMessageContaining("a--b")
                .hasMessageContaining("a--c");
    }

    @Test
    void aFileThatPutsTogetherAnUnknownOneIsRefused() throws IOException {
        files.lines("a", "b", List.of("a--z"), "de: a1, vers: b1, sort: identique");
        assertThatThrownBy(() -> said(find("a", "b")))
                .isInstanceOf(CedreException.class)
                .hasMessageContaining("a--b.yaml réunit « a--z »");
    }

    @Test
    void aContradictionOfAFilePutTogetherIsFound() throws IOException {
        files.lines("a", "b", "de: a9, vers: b1, sort: identique");
        files.lines("a", "c", List.of("a--b"), "de: a1, vers: c1, sort: identique");
        assertThat(atlas().contradictions(find("a", "c")))
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("« a9 » n'est pas une spécification de a"));
    }

    @Test
    void referentialsThatIncludeEachOtherAreRefused() throws IOException {
        files.referential("x", "y", "x1");
        files.referential("y", "x", "y1");
        assertThatThrownBy(() -> named("x"))
                .isInstanceOfSatisfying(
                        CedreException.class,
                        e -> assertThat(e.getMessage() + e.problems())
                                .contains("s'incluent l'un l'autre")
                                .contains("x.yaml, y.yaml"));
    }

    @Test
    void byIdentifiersWhenNothingIsWritten() throws IOException {
        files.referential("g", "", "a1", "g2");
        Passage passage = Passage.byIdentifiers(named("a"), named("g"));
        assertThat(passage.byIdentifiers()).isTrue();
        assertThat(passage.steps()).isEmpty();
        assertThat(said(passage))
                .containsExactly("a1 > a1 identique entier", "a2 > null supprimee partie", "null > g2 nouvelle partie");
    }

    @Test
    void aContradictionOfAnyStepIsFound() throws IOException {
        same("a", "b");
        files.lines("b", "c", "de: b1, vers: c9, sort: identique");
        assertThat(atlas().contradictions(find("a", "c")))
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("« c9 » n'est pas une spécification de c"));
    }

    @Test
    void anEndMayBeKeptInAFileOfAnyName() throws IOException {
        same("a", "b");
        Files.move(temp.resolve("a.yaml"), temp.resolve("grille-maison.yaml"));
        Referential own = named(temp.resolve("grille-maison.yaml").toString());
        Atlas atlas = atlas();
        Passage passage = atlas.find(own, named("b")).orElseThrow();
        assertThat(passage.steps()).containsExactly("a--b");
        assertThat(atlas.contradictions(passage)).isEmpty();
    }

    @Test
    void theShippedWholesAreLinkedThroughTheirParts() {
        assertThat(find("cedre-v1", "cedre-iso-9001").steps()).contains("cedre-v1--cedre-v2");
        assertThat(said(find("cedre-iso-9001", "cap-iso-9001")))
                .contains("ISO-4.1 > ISO-4.1 identique entier", "ISO-10.3 > ISO-10.3 identique entier");
    }

    private void same(String from, String to) throws IOException {
        files.lines(
                from,
                to,
                "de: " + from + "1, vers: " + to + "1, sort: identique",
                "de: " + from + "2, vers: " + to + "2, sort: identique");
    }

    private Library library() {
        return Library.open(null, temp);
    }

    private Atlas atlas() {
        return new Atlas(library(), library().dictionary());
    }

    private Referential named(String id) {
        return library().referential(id, library().dictionary());
    }

    private Passage find(String from, String to) {
        return atlas().find(named(from), named(to)).orElseThrow();
    }

    private static List<String> said(Passage passage) {
        return passage.links(AI).stream()
                .map(l -> l.from() + " > " + l.to() + " " + l.fate().code() + (l.whole() ? " entier" : " partie"))
                .toList();
    }
}
