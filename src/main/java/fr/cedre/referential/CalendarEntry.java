package fr.cedre.referential;

/**
 * What a report shows month by month, so that the months without it are seen: a picture of the registers, which bears on no status.
 *
 * @param title what is counted ("Réunions de régulation")
 * @param register register
 * @param column date column of the register
 */
public record CalendarEntry(String title, String register, String column) {}
