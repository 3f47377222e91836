package fr.cedre.referential;

import fr.cedre.check.Parameter;
import fr.cedre.dossier.Duration;
import fr.cedre.dossier.StructureType;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A quality referential.
 *
 * @param id identifier ("cedre-v2")
 * @param aliases short names ("v2")
 * @param title title
 * @param version version
 * @param provenance where the wording comes from
 * @param notice sentence shown at each use
 * @param adoptedOn adoption, or null
 * @param applicableFrom first day of mandatory application, included, or null
 * @param validity validity of a certificate, or null
 * @param families families of types
 * @param parameters values the text does not fix, shown as the project's
 * @param documents indicative documents by code
 * @param scope entries about the scope itself (§ 2.2), outside the numbered specifications
 * @param principles listed without verdict
 * @param pedagogy pedagogical principles, listed without verdict
 * @param glossary definitions
 * @param annexes annexes
 * @param chapters chapters in order
 */
public record Referential(
        String id,
        List<String> aliases,
        String title,
        String version,
        Provenance provenance,
        String notice,
        @Nullable LocalDate adoptedOn,
        @Nullable LocalDate applicableFrom,
        @Nullable Duration validity,
        List<Family> families,
        Map<String, Parameter> parameters,
        Map<String, String> documents,
        List<Specification> scope,
        List<Principle> principles,
        List<Principle> pedagogy,
        List<Definition> glossary,
        List<Annex> annexes,
        List<Chapter> chapters) {

    /** Copies the collections, keeping their order. */
    public Referential {
        aliases = List.copyOf(aliases);
        families = List.copyOf(families);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        documents = Collections.unmodifiableMap(new LinkedHashMap<>(documents));
        scope = List.copyOf(scope);
        principles = List.copyOf(principles);
        pedagogy = List.copyOf(pedagogy);
        glossary = List.copyOf(glossary);
        annexes = List.copyOf(annexes);
        chapters = List.copyOf(chapters);
    }

    /** Every type of its families, in order. */
    public List<StructureType> types() {
        return families.stream().flatMap(f -> f.types().stream()).distinct().toList();
    }

    /** Every numbered specification, in order. */
    public List<Specification> specifications() {
        return chapters.stream().flatMap(c -> c.specifications().stream()).toList();
    }

    /** A specification by id. */
    public Optional<Specification> specification(String specificationId) {
        return specifications().stream()
                .filter(s -> s.id().equals(specificationId))
                .findFirst();
    }
}
