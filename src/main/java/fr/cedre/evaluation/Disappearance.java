package fr.cedre.evaluation;

import fr.cedre.dossier.StructureType;
import fr.cedre.referential.CheckFamily;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a gap that a run no longer finds is gone, or only out of its sight: a file that could not be read proves nothing. */
public final class Disappearance {

    private final Map<String, List<SpecificationResult>> results;
    private final Set<String> emptied;

    /** What a run proves. */
    public Disappearance(Evaluation evaluation) {
        emptied = Sight.emptied(evaluation);
        List<SpecificationResult> all = new ArrayList<>(evaluation.scope());
        all.addAll(evaluation.results());
        results = all.stream()
                .collect(Collectors.groupingBy(r -> r.specification().id()));
    }

    /** Specifications under control. */
    public Set<String> controlled() {
        return Set.copyOf(results.keySet());
    }

    /**
     * True when the run would have found the gap, were it still there.
     *
     * @param specification identifier, one of those under control
     * @param types codes of the types it was found for; none when the result was common
     * @param check what had found it, or null when that is no longer known
     * @param object tells whether an object is the gap's
     */
    public boolean proven(
            String specification, Collection<String> types, @Nullable String check, Predicate<String> object) {
        for (SpecificationResult result : results.getOrDefault(specification, List.of())) {
            StructureType type = result.type();
            boolean mine = type == null || types.isEmpty() || types.contains(type.code());
            CheckFamily family =
                    check == null ? CheckFamily.UNKNOWN : result.specification().family(check);
            if (mine && Sight.of(result, emptied).blindTo(check, object, family)) {
                return false;
            }
        }
        return true;
    }
}
