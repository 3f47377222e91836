package fr.cedre.problem;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the valid name a mistyped one was probably meant to be. */
public final class NearestName {

    private NearestName() {}

    /**
     * The closest candidate without regard to case or accents, if close enough (a third of the length, one letter at least).
     * Ties go to the first in alphabetical order, so that the answer never depends on the order of the candidates.
     */
    public static Optional<String> of(String name, Collection<String> candidates) {
        String wanted = fold(name);
        int limit = Math.max(1, wanted.length() / 3);
        LevenshteinDistance distance = new LevenshteinDistance(limit);
        String best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int d = distance.apply(wanted, fold(candidate));
            if (d >= 0 && (d < bestDistance || (d == bestDistance && best != null && candidate.compareTo(best) < 0))) {
                best = candidate;
                bestDistance = d;
            }
        }
        return Optional.ofNullable(best);
    }

    /** " — vouliez-vous dire « x » ?" or an empty text. */
    public static String hint(String name, Collection<String> candidates) {
        return of(name, candidates)
                .map(nearest -> " ; vouliez-vous dire « " + nearest + " » ?")
                .orElse("");
    }

    private static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
