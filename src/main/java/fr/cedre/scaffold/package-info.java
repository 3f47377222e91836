/** Begins a folder of evidence: files ready to fill, or last year's taken up again; nothing that exists is ever written over. */
@NullMarked
package fr.cedre.scaffold;

import org.jspecify.annotations.NullMarked;
