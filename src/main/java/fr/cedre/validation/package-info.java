/** Verifies what rules are made of before they are used: referentials, correspondences, dictionaries, evidence folders. */
@NullMarked
package fr.cedre.validation;

import org.jspecify.annotations.NullMarked;
