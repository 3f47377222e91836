/** Confronts a folder with a referential and holds the result of a run: findings, verdicts, what was read and assumed. */
@NullMarked
package fr.cedre.evaluation;

import org.jspecify.annotations.NullMarked;
