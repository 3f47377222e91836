package fr.cedre.review;

import fr.cedre.dossier.Dossier;
import fr.cedre.dossier.Evidence;
import fr.cedre.dossier.Field;
import fr.cedre.dossier.RegisterInfo;
import fr.cedre.dossier.Row;
import fr.cedre.dossier.ValueParser;
import fr.cedre.evaluation.Gap;
import fr.cedre.problem.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A gap that is gone because its row is gone is not a gap that was mended: the folder is read once more to tell them apart. */
final class LostRows {

    /** A month or a day names no row. */
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}(-\\d{2})?");

    private final Dossier dossier;

    LostRows(Dossier dossier) {
        this.dossier = dossier;
    }

    /** The same changes, those whose row is no longer there saying so. */
    List<GapChange> told(List<GapChange> changes) {
        Map<String, Set<String>> wanted = new HashMap<>();
        for (GapChange change : changes) {
            String register = register(change);
            if (register != null) {
                wanted.computeIfAbsent(register, k -> new HashSet<>()).add(object(change));
            }
        }
        wanted.forEach(this::forgetThoseFound);
        Set<String> later = new HashSet<>();
        wanted.forEach((register, objects) -> setAside(register, objects, later));
        List<GapChange> told = new ArrayList<>();
        for (GapChange change : changes) {
            String register = register(change);
            boolean lost =
                    register != null && wanted.getOrDefault(register, Set.of()).contains(object(change));
            boolean aside = register != null && later.contains(register + "\n" + object(change));
            told.add(aside ? change.unproven() : lost ? change.because(Motive.LIGNE_DISPARUE) : change);
        }
        return told;
    }

    private static String object(GapChange change) {
        Gap before = change.before();
        return before == null
                ? change.gap().identity().object()
                : before.identity().object();
    }

    /** The register whose row a mended gap was about, or null when it was about none. */
    private @Nullable String register(GapChange change) {
        Gap before = change.before();
        Location place = before == null ? null : before.source();
        if (change.motive() != Motive.CORRIGE || before == null || place == null || place.line() == null) {
            return null;
        }
        String object = before.identity().object();
        String file = place.file().substring(place.file().lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        String register = ValueParser.code(dot < 0 ? file : file.substring(0, dot));
        boolean names = !object.equals(before.identity().specification())
                && !object.equals(file)
                && !object.equals(register)
                && !DATE.matcher(object).matches();
        RegisterInfo info = dossier.registers().get(register);
        return names && info != null && info.readable() ? register : null;
    }

    private void forgetThoseFound(String register, Set<String> objects) {
        if (register.equals("preuves")) {
            for (Evidence proof : dossier.evidence()) {
                objects.remove(proof.ref());
            }
            return;
        }
        dossier.stream(register, row -> {
            if (!objects.isEmpty()) {
                objects.remove(row.key());
                forgetCells(row, objects);
            }
        });
    }

    /** Rows that start after the review are not controlled: one that moved there by a slip of the pen is not mended. */
    private void setAside(String register, Set<String> objects, Set<String> later) {
        if (objects.isEmpty() || register.equals("preuves")) {
            return;
        }
        dossier.streamWithLater(register, row -> {
            if (objects.contains(row.key())) {
                later.add(register + "\n" + row.key());
            }
        });
    }

    /** Some gaps are about a person or a value rather than a row. */
    private static void forgetCells(Row row, Set<String> objects) {
        List<Field> fields = row.schema().fields();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).type() == Field.Type.STRING) {
                objects.remove(row.display(i));
                row.list(i).forEach(objects::remove);
            }
        }
    }
}
