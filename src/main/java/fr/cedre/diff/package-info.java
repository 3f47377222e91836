/** What changes from one referential to another, and what it means for one structure: what holds already, what is to be done, what may be dropped. */
@NullMarked
package fr.cedre.diff;

import org.jspecify.annotations.NullMarked;
