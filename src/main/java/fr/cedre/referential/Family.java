package fr.cedre.referential;

import fr.cedre.dossier.StructureType;
import java.util.List;

/**
 * A family of structure types that share a wording.
 *
 * @param id code of the family
 * @param title shown to people
 * @param types its types
 */
public record Family(String id, String title, List<StructureType> types) {
    /** Copies the list. */
    public Family {
        types = List.copyOf(types);
    }
}
