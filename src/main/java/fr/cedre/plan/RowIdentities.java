package fr.cedre.plan;

import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.Gap;
import fr.cedre.plan.PlanTable.Row;
import fr.cedre.problem.CedreException;
import fr.cedre.referential.Referential;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which gap each row of a plan follows; a text that only looks like an identity is people's. */
final class RowIdentities {

    /** Enough to be an identifier of a referential no longer at hand, when cedre remembers the row. */
    private static final Pattern LIKELY = Pattern.compile("(?=.*[0-9])[\\p{L}0-9._-]{1,24}");

    /** One cell may be a slip; two are a column moved alone. */
    private static final int CONTRADICTIONS = 2;

    private final PlanTable table;
    private final Evaluation evaluation;
    private final Heirs heirs;
    private final Map<String, String> here;

    RowIdentities(PlanTable table, Evaluation evaluation, Heirs heirs) {
        this.table = table;
        this.evaluation = evaluation;
        this.heirs = heirs;
        this.here = names(evaluation.referential());
    }

    /** The identifiers of a referential, by themselves and in lower case. */
    static Map<String, String> names(Referential referential) {
        Map<String, String> names = new HashMap<>();
        referential.scope().forEach(s -> names.put(s.id(), s.id()));
        referential.specifications().forEach(s -> names.put(s.id(), s.id()));
        for (String id : names.values().toArray(String[]::new)) {
            names.putIfAbsent(id.toLowerCase(Locale.ROOT), id);
        }
        return names;
    }

    /** True when a row belongs to the referential in force. */
    boolean same(Row row) {
        String referential = table.text(row, PlanColumn.REFERENTIEL);
        return referential.isEmpty()
                || referential.equalsIgnoreCase(evaluation.referential().id());
    }

    /** The identity of a row, written as its referential writes it; null for a row of people. */
    @Nullable
    PlanIdentity of(Row row) {
        PlanIdentity read = PlanIdentity.read(table.text(row, PlanColumn.IDENTITE));
        if (read == null) {
            return null;
        }
        String id = same(row) ? null : known(heirs.names(table.text(row, PlanColumn.REFERENTIEL)), read);
        if (id == null) {
            id = known(here, read);
        }
        if (id != null) {
            return new PlanIdentity(id, read.hash());
        }
        boolean remembered = Trace.read(table.text(row, PlanColumn.SUIVI_CEDRE)).state() != null;
        return remembered && LIKELY.matcher(read.specification()).matches() ? read : null;
    }

    private static @Nullable String known(Map<String, String> names, PlanIdentity read) {
        String id = names.get(read.specification());
        return id == null ? names.get(read.specification().toLowerCase(Locale.ROOT)) : id;
    }

    /** Refuses a plan in which one column was sorted without the others. */
    void refuseMoved(Map<PlanIdentity, Gap> gaps) {
        int lines = 0;
        for (Row row : table.rows()) {
            PlanIdentity identity = same(row) ? of(row) : null;
            if (identity != null && contradicted(row, identity, gaps.get(identity))) {
                lines++;
            }
        }
        if (lines >= CONTRADICTIONS) {
            throw new CedreException(PlanFile.NAME + " : " + lines + " lignes où identite et specification se"
                    + " contredisent : un tri a déplacé une colonne seule. Rien n'a été écrit. Annulez ce tri, ou reprenez "
                    + PlanFile.PREVIOUS + ".");
        }
    }

    /** By another specification of the referential (a spreadsheet makes dates of some, which says nothing), or by the check remembered. */
    private boolean contradicted(Row row, PlanIdentity identity, @Nullable Gap gap) {
        String written = here.get(table.text(row, PlanColumn.SPECIFICATION));
        if (written != null && !written.equals(identity.specification())) {
            return true;
        }
        String check = Trace.read(table.text(row, PlanColumn.SUIVI_CEDRE)).check();
        return gap != null && check != null && !check.equals(gap.identity().check());
    }
}
