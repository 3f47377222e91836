package fr.cedre.review;

import java.time.LocalDate;

/** What comes due. */
public record Agenda(LocalDate horizon) {}
