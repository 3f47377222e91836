/** What will expire and when: certificate, proofs, decisions, registers, checks that grow old; how long each takes to renew; the calendar of it. */
@NullMarked
package fr.cedre.deadline;

import org.jspecify.annotations.NullMarked;
