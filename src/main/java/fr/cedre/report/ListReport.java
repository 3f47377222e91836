package fr.cedre.report;

import fr.cedre.dossier.StructureType;
import fr.cedre.referential.Inventory;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What {@code cedre list} says: everything at hand, or the table of contents of one referential. */
public final class ListReport {

    private final String version;

    /** A report signed by a version of cedre. */
    public ListReport(String version) {
        this.version = version;
    }

    /**
     * Writes it.
     *
     * @param whole true for the contents of the only referential of the inventory
     * @param type the only type to show, or null
     */
    public void write(
            Inventory inventory,
            boolean whole,
            @Nullable StructureType type,
            boolean json,
            RenderOptions options,
            Appendable out)
            throws IOException {
        if (json) {
            new ListJson(version, whole, type).write(inventory, out);
        } else {
            TextLayout layout = new TextLayout(out, options.width(), new Styles(options.colour()));
            new ListText(options.detail(), whole, type, layout).write(inventory);
        }
    }
}
