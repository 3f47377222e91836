/**
 * The action plan: one row of {@code plan-actions.csv} per gap, followed from one run to the next beside what people write there. What they write is
 * never changed, moved or repeated.
 */
@NullMarked
package fr.cedre.plan;

import org.jspecify.annotations.NullMarked;
