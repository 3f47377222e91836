package fr.cedre.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dated human evaluation from {@code jugements.csv} (contrat § 6).
 *
 * @param specification identifier
 * @param type the type it concerns, or null for all
 * @param status {@code conforme}, {@code ecart}, {@code sans_objet}, {@code point_fort}, or null when only the gravity is requalified
 * @param gravity {@code majeure}, {@code mineure}, or null
 * @param evaluatedOn day of the evaluation, or null when missing
 * @param validUntil last day it counts, included, or null
 * @param evaluatorNamed true if someone signed it
 * @param line line in the file
 */
public record Judgement(
        String specification,
        @Nullable StructureType type,
        @Nullable String status,
        @Nullable String gravity,
        @Nullable LocalDate evaluatedOn,
        @Nullable LocalDate validUntil,
        boolean evaluatorNamed,
        int line) {

    /** Why it does not count on a day, or null when it counts. */
    public @Nullable String defectOn(LocalDate day) {
        if (!evaluatorNamed) {
            return "l'auteur (evalue_par) manque";
        }
        if (evaluatedOn == null) {
            return "la date (evalue_le) manque ou est postérieure au contrôle";
        }
        if (evaluatedOn.isAfter(day)) {
            return "posé après la date du contrôle";
        }
        if (validUntil != null && validUntil.isBefore(day)) {
            return "échu";
        }
        if (status == null && gravity == null) {
            return "ni statut ni gravité";
        }
        return null;
    }
}
