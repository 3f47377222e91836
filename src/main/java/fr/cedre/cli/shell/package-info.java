/** What shells and manuals are told of the command line: completion scripts and man pages, both from picocli's own model of it. */
@NullMarked
package fr.cedre.cli.shell;

import org.jspecify.annotations.NullMarked;
