package fr.cedre.dossier;

import org.jspecify.annotations.Nullable;

/**
 * A file of the folder and how it was read; shown in detailed mode, and as fingerprints in JSON.
 *
 * @param file path relative to the folder, with {@code /}
 * @param encoding encoding retained ("UTF-8", "Windows-1252"…), or null when not a text
 * @param separator separator retained, or null
 * @param rows data rows read
 * @param laterRows rows set aside because they start after the audit date
 * @param laterDates dates of facts later than the audit date, taken as not yet happened
 * @param sha256 fingerprint in lower-case hexadecimal, or null when not asked for
 */
public record FileRead(
        String file,
        @Nullable String encoding,
        @Nullable Character separator,
        long rows,
        long laterRows,
        long laterDates,
        @Nullable String sha256) {}
