/**
 * The result of {@code cedre check} in formats that other tools define: JUnit XML for continuous integration, SARIF 2.1.0 for code scanning. Their
 * schemas are not cedre's; what each finding becomes in them is decided here, once.
 */
@NullMarked
package fr.cedre.report.exchange;

import org.jspecify.annotations.NullMarked;
