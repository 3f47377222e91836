package fr.cedre.evaluation;

import fr.cedre.dossier.StructureType;
import fr.cedre.referential.Chapter;
import fr.cedre.referential.Specification;
import java.util.Set;

/**
 * The part of a referential that was asked for; empty sets mean everything.
 *
 * @param types structure types
 * @param chapters chapter ids
 * @param specifications specification ids
 */
public record Selection(Set<StructureType> types, Set<String> chapters, Set<String> specifications) {

    /** Everything. */
    public static final Selection ALL = new Selection(Set.of(), Set.of(), Set.of());

    /** Copies the sets. */
    public Selection {
        types = Set.copyOf(types);
        chapters = Set.copyOf(chapters);
        specifications = Set.copyOf(specifications);
    }

    /** True when only a part was asked for. */
    public boolean restricted() {
        return !types.isEmpty() || !chapters.isEmpty() || !specifications.isEmpty();
    }

    /** True when the specification is part of it; chapter {@code 6} takes 6.1, 6.2 and 6.3. */
    public boolean takes(Chapter chapter, Specification specification) {
        if (chapters.isEmpty() && specifications.isEmpty()) {
            return true;
        }
        return specifications.contains(specification.id())
                || chapters.stream()
                        .anyMatch(c -> chapter.id().equals(c) || chapter.id().startsWith(c + "."));
    }
}
