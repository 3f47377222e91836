/** Whole-process benchmarks: start-up and a register of a million rows, as ratios to an empty JVM and to a bare read in the same run. */
package fr.cedre.bench;
