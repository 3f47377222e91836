/** What can go wrong with a user's input: where it is, what was expected, and the nearest valid name. Depends on nothing. */
@NullMarked
package fr.cedre.problem;

import org.jspecify.annotations.NullMarked;
