package fr.cedre.plan;

import fr.cedre.dossier.ValueParser;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of a plan, in the order in which they are created. */
enum PlanColumn {
    IDENTITE,
    REFERENTIEL,
    SPECIFICATION,
    TYPES,
    GRAVITE,
    ECART,
    ACTION_PROPOSEE,
    RELEVE_LE,
    ETAT,
    LEVE_LE,
    ACTION_CLOSE,
    RESPONSABLE,
    ECHEANCE,
    STATUT,
    PREUVE_EFFICACITE,
    COMMENTAIRE,
    SUIVI_CEDRE;

    /** Words that people add to a header without changing what it says. */
    private static final Set<String> JOINTS = Set.of("d", "de", "l", "la", "du", "des");

    /** The header as cedre writes it. */
    String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The column that a header names, without regard to case, accents, apostrophes or spaces; null for one that people added. */
    static @Nullable PlanColumn of(String header) {
        String code = ValueParser.code(ValueParser.trim(header));
        for (PlanColumn column : values()) {
            if (column.header().equals(code)) {
                return column;
            }
        }
        String plain = Arrays.stream(code.split("_", -1))
                .filter(word -> !JOINTS.contains(word))
                .collect(Collectors.joining("_"));
        for (PlanColumn column : values()) {
            if (column.header().equals(plain)) {
                return column;
            }
        }
        return null;
    }

    /** How many columns of a plan these cells name; 0 when they are no header of a plan, which always has identities. */
    static int known(List<String> cells) {
        List<PlanColumn> found = cells.stream()
                .map(PlanColumn::of)
                .filter(c -> c != null)
                .distinct()
                .toList();
        return found.contains(IDENTITE) ? found.size() : 0;
    }
}
