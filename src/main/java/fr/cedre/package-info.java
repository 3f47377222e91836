/** The entry point of the program. */
@NullMarked
package fr.cedre;

import org.jspecify.annotations.NullMarked;
