/** One folder year after year: photographs of its results, what closed, what persists, what came back. */
@NullMarked
package fr.cedre.review;

import org.jspecify.annotations.NullMarked;
