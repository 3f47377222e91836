/**
 * The vocabulary of declarative checks: one record per kind written in YAML, its conditions, and how each runs over streamed rows. A
 * check is data; nothing here knows a specification.
 */
@NullMarked
package fr.cedre.check;

import org.jspecify.annotations.NullMarked;
