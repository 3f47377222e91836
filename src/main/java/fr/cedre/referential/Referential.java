package fr.cedre.referential;

import fr.cedre.check.Parameter;
import fr.cedre.dossier.StructureType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A quality referential.
 *
 * @param id identifier ("cedre-v2")
 * @param aliases short names ("v2")
 * @param title title
 * @param version version
 * @param provenance where the wording comes from
 * @param notice sentence shown at each use
 * @param included referentials it takes in whole, with those they take in turn
 * @param lifecycle its dates, and what it succeeds
 * @param groupRule what the failure of one member means for a group
 * @param families families of types
 * @param parameters values the text does not fix, shown as the project's
 * @param documents indicative documents by code
 * @param scope entries about the scope itself (§ 2.2), outside the numbered specifications
 * @param principles listed without verdict
 * @param pedagogy pedagogical principles, listed without verdict
 * @param glossary definitions
 * @param annexes annexes
 * @param chapters chapters in order
 * @param calendar what reports show month by month
 */
public record Referential(
        String id,
        List<String> aliases,
        String title,
        String version,
        Provenance provenance,
        String notice,
        List<Included> included,
        Lifecycle lifecycle,
        GroupRule groupRule,
        List<Family> families,
        Map<String, Parameter> parameters,
        Map<String, String> documents,
        List<Specification> scope,
        List<Principle> principles,
        List<Principle> pedagogy,
        List<Definition> glossary,
        List<Annex> annexes,
        List<Chapter> chapters,
        List<CalendarEntry> calendar) {

    /** Copies the collections, keeping their order. */
    public Referential {
        aliases = List.copyOf(aliases);
        included = List.copyOf(included);
        families = List.copyOf(families);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        documents = Collections.unmodifiableMap(new LinkedHashMap<>(documents));
        scope = List.copyOf(scope);
        principles = List.copyOf(principles);
        pedagogy = List.copyOf(pedagogy);
        glossary = List.copyOf(glossary);
        annexes = List.copyOf(annexes);
        chapters = List.copyOf(chapters);
        calendar = List.copyOf(calendar);
    }

    /**
     * A referential taken in whole.
     *
     * @param id its id
     * @param title its title
     * @param provenance its provenance
     * @param lifecycle its dates
     */
    public record Included(String id, String title, Provenance provenance, Lifecycle lifecycle) {}

    /** Every type of its families, in order. */
    public List<StructureType> types() {
        return families.stream().flatMap(f -> f.types().stream()).distinct().toList();
    }

    /** Every numbered specification, in order. */
    public List<Specification> specifications() {
        return chapters.stream().flatMap(c -> c.specifications().stream()).toList();
    }

    /** Its id and those of the referentials it takes in whole. */
    public Set<String> constituents() {
        Set<String> ids = new LinkedHashSet<>();
        ids.add(id);
        included.forEach(i -> ids.add(i.id()));
        return ids;
    }

    /** True when some of its specifications are positioned by self-assessment rather than checked. */
    public boolean anySelfAssessed() {
        return chapters.stream().flatMap(c -> c.specifications().stream()).anyMatch(Specification::selfAssessed);
    }

    /** A specification by id. */
    public Optional<Specification> specification(String specificationId) {
        return specifications().stream()
                .filter(s -> s.id().equals(specificationId))
                .findFirst();
    }
}
