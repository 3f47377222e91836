package fr.cedre.scaffold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Lines of {@code preuves.csv} to fill, one by document that none covers yet. */
final class Proofs {

    private Proofs() {}

    /** Cells by column, in the order documents are useful; references already taken are left to their owners. */
    static List<Map<String, String>> toFill(Needs needs, Set<String> covered, Set<String> taken) {
        Set<String> used = new TreeSet<>();
        taken.forEach(t -> used.add(t.toUpperCase(Locale.ROOT)));
        List<Map<String, String>> rows = new ArrayList<>();
        int number = 0;
        for (Needs.Document document : needs.documents()) {
            if (covered.contains(document.nature().isEmpty() ? document.title() : document.nature())) {
                continue;
            }
            String ref;
            do {
                ref = String.format(Locale.ROOT, "DOC-%02d", ++number);
            } while (used.contains(ref));
            Map<String, String> row = new HashMap<>();
            row.put("ref", ref);
            row.put("titre", document.title());
            row.put("nature", document.nature());
            row.put("specifications", String.join(", ", document.specifications()));
            rows.add(row);
        }
        return rows;
    }
}
