/**
 * Pages to look at, print and share: each one is a single file without anything from elsewhere. Records named {@code …Page} hold what a page shows, in
 * words; templates ({@code src/main/jte}) lay it out and are compiled by the build.
 */
@NullMarked
package fr.cedre.report.html;

import org.jspecify.annotations.NullMarked;
