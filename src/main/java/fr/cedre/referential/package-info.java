/** A quality referential as versioned data: identity, families, chapters, specifications with their checks, glossary, annexes. */
@NullMarked
package fr.cedre.referential;

import org.jspecify.annotations.NullMarked;
