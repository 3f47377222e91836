/**
 * The binder handed to an auditor ({@code cedre check --classeur}): what goes where, which proofs are missing, the copies and their fingerprints. Knows no
 * mark-up: pages are written by whoever is given as {@link fr.cedre.binder.BinderPages}.
 */
@NullMarked
package fr.cedre.binder;

import org.jspecify.annotations.NullMarked;
