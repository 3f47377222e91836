/**
 * The evidence folder: who is checked ({@code structure.yaml}), the proofs, the registers, and the tolerant, never silent reading of
 * what spreadsheets produce (contrat §§ 2 and 4).
 */
@NullMarked
package fr.cedre.dossier;

import org.jspecify.annotations.NullMarked;
