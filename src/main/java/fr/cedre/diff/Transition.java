package fr.cedre.diff;

import fr.cedre.check.Gravity;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.evaluation.SpecificationResult;
import fr.cedre.referential.Fate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the change of referential means for one structure.
 *
 * @param comparison what changes, for its types
 * @param before its evaluation under the first referential
 * @param after its evaluation under the second one
 * @param items one per result under the second referential, in its order
 * @param dropped what may be left aside
 * @param proofs what each valid proof is worth afterwards
 */
public record Transition(
        Comparison comparison,
        Evaluation before,
        Evaluation after,
        List<Item> items,
        List<Comparison.Dropped> dropped,
        Proofs proofs) {

    /** Copies the lists. */
    public Transition {
        items = List.copyOf(items);
        dropped = List.copyOf(dropped);
    }

    /** Where a specification of the second referential stands. */
    public enum Category {
        /** Without origin and not covered. */
        NOUVELLE_A_COUVRIR("nouvelle_a_couvrir", "nouvelle, à couvrir"),
        /** With an origin, and not yet held as it is now asked. */
        A_RENFORCER("a_renforcer", "à renforcer"),
        /** Without origin, and covered by what is there. */
        NOUVELLE_DEJA_COUVERTE("nouvelle_deja_couverte", "nouvelle, déjà couverte"),
        /** Covered by what held before. */
        ACQUIS("acquis", "acquis"),
        /** Not for this structure. */
        SANS_OBJET("sans_objet", "sans objet");

        private final String code;
        private final String words;

        Category(String code, String words) {
            this.code = code;
            this.words = words;
        }

        /** The word written in outputs for machines. */
        public String code() {
            return code;
        }

        /** What people read. */
        public String words() {
            return words;
        }

        /** True when there is work to do. */
        public boolean toDo() {
            return this == NOUVELLE_A_COUVRIR || this == A_RENFORCER;
        }
    }

    /**
     * One result under the second referential.
     *
     * @param result the result
     * @param category where it stands
     * @param fate its fate
     * @param origins its origins, with what they were worth
     * @param why what changes
     * @param reserve what a human must still confirm, or null
     * @param reusable proofs that serve as they are
     * @param toComplete proofs that serve in part, or that do not count any more
     * @param toProduce what is to be written or provided
     * @param action what to do first
     */
    public record Item(
            SpecificationResult result,
            Category category,
            Fate fate,
            List<Before> origins,
            String why,
            @Nullable String reserve,
            List<String> reusable,
            List<String> toComplete,
            List<String> toProduce,
            String action) {
        /** Copies the lists. */
        public Item {
            origins = List.copyOf(origins);
            reusable = List.copyOf(reusable);
            toComplete = List.copyOf(toComplete);
            toProduce = List.copyOf(toProduce);
        }

        /** Rank in the work plan: major gaps, minor ones, then what is left open; new demands first. */
        public int rank() {
            int gravity = result.gravity() == Gravity.MAJEURE ? 0 : result.gravity() == Gravity.MINEURE ? 1 : 2;
            return gravity * 2 + (category == Category.NOUVELLE_A_COUVRIR ? 0 : 1);
        }
    }

    /**
     * An origin and what it was worth under the first referential.
     *
     * @param id its id
     * @param whole true when it covers the specification in full
     * @param status code of its status, or null when it was not evaluated
     */
    public record Before(String id, boolean whole, @Nullable String status) {}

    /**
     * What becomes of the valid proofs.
     *
     * @param reusable those that serve at least one specification as they are
     * @param toComplete those that serve in part only
     * @param unused those that serve nothing any more
     */
    public record Proofs(List<String> reusable, List<String> toComplete, List<String> unused) {
        /** Copies the lists. */
        public Proofs {
            reusable = List.copyOf(reusable);
            toComplete = List.copyOf(toComplete);
            unused = List.copyOf(unused);
        }
    }

    /** How many items are in a category. */
    public long count(Category category) {
        return items.stream().filter(i -> i.category() == category).count();
    }

    /** What there is to do, first things first; same rank in the order of the referential. */
    public List<Item> plan() {
        return items.stream()
                .filter(i -> i.category().toDo())
                .sorted(java.util.Comparator.comparingInt(Item::rank))
                .toList();
    }
}
