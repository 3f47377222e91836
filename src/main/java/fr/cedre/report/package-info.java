/**
 * Shows an evaluation to people and machines: one {@link fr.cedre.report.Renderer} per format, all listed once in
 * {@link fr.cedre.report.Format}. Nothing is decided here; whatever the folder contains is shown as inert text.
 */
@NullMarked
package fr.cedre.report;

import org.jspecify.annotations.NullMarked;
