/** Commands and their options: the only package that knows picocli. A command reads options, calls one use case, gives an exit code. */
@NullMarked
package fr.cedre.cli;

import org.jspecify.annotations.NullMarked;
