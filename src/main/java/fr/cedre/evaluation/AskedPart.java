package fr.cedre.evaluation;

import fr.cedre.dossier.Structure;
import fr.cedre.dossier.StructureType;
import fr.cedre.problem.CedreException;
import fr.cedre.problem.NearestName;
import fr.cedre.referential.Chapter;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Specification;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The part of a control that was asked for, as written; what it means depends on the referential and the structure.
 *
 * @param types types
 * @param chapters chapters
 * @param specifications specifications
 */
public record AskedPart(List<String> types, List<String> chapters, List<String> specifications) {

    /** Copies the lists. */
    public AskedPart {
        types = List.copyOf(types);
        chapters = List.copyOf(chapters);
        specifications = List.copyOf(specifications);
    }

    /** True when the structure has one of the types asked for, or none was. */
    public boolean concerns(Structure structure) {
        return types.isEmpty() || types.stream().anyMatch(t -> structure.types().contains(type(t)));
    }

    private static StructureType type(String code) {
        return new StructureType(code.toUpperCase(Locale.ROOT));
    }

    /** What it selects; a name that means nothing there is refused with the nearest one. */
    public Selection of(Referential referential, Structure structure) {
        Set<StructureType> ownTypes = new HashSet<>();
        for (String code : types) {
            if (!structure.types().contains(type(code))) {
                throw new CedreException("--type " + code + " : la structure déclare "
                        + structure.types().stream().map(StructureType::code).collect(Collectors.joining(", ")) + ".");
            }
            ownTypes.add(type(code));
        }
        check(referential);
        return new Selection(ownTypes, Set.copyOf(chapters), Set.copyOf(specifications));
    }

    /** Refuses a chapter or a specification that the referential does not have. */
    public void check(Referential referential) {
        List<String> chapterIds =
                referential.chapters().stream().map(Chapter::id).toList();
        for (String chapter : chapters) {
            if (chapterIds.stream().noneMatch(c -> c.equals(chapter) || c.startsWith(chapter + "."))) {
                throw new CedreException("Chapitre inconnu « " + chapter + " » ; chapitres de " + referential.id()
                        + " : " + String.join(", ", chapterIds) + ".");
            }
        }
        List<String> ids =
                referential.specifications().stream().map(Specification::id).toList();
        for (String id : specifications) {
            if (!ids.contains(id)) {
                String hint = NearestName.hint(id, ids);
                throw new CedreException("Spécification inconnue « " + id + " »"
                        + (hint.isEmpty() ? " dans " + referential.id() + "." : hint));
            }
        }
    }
}
