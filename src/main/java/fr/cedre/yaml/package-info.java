/**
 * YAML read as a tree that remembers its lines: the one form that referentials, registers' dictionaries and {@code structure.yaml} are read
 * from. SnakeYAML nodes mapped by hand cost half the start-up of data binding and carry the place of every value.
 */
@NullMarked
package fr.cedre.yaml;

import org.jspecify.annotations.NullMarked;
