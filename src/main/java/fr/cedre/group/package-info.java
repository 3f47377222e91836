/** A group of structures checked together: its members, each one's result, and what the failure of one means for the others. */
@NullMarked
package fr.cedre.group;

import org.jspecify.annotations.NullMarked;
