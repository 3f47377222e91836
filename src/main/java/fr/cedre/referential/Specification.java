package fr.cedre.referential;

import fr.cedre.check.Check;
import fr.cedre.check.Condition;
import fr.cedre.check.Gravity;
import fr.cedre.dossier.StructureType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One requirement of a referential, with what is checked beside what is explained.
 *
 * @param id official identifier
 * @param title short title
 * @param reference place in the source text
 * @param objective quality objective reworded, or null
 * @param gravity proposed gravity of a gap
 * @param nonApplicability whether it may be declared without object
 * @param nonApplicabilityCondition condition, when conditional
 * @param condition condition on the structure, or null; not met means without object
 * @param conditionAbsent what to say when it is not met
 * @param expectedDocuments codes of indicative documents, never a finding
 * @param readings readings adopted
 * @param judgement why a human must judge, whatever the type, or null
 * @param variants one wording per group of types; a single one when the text is common
 * @param checks common checks
 * @param advice what to do
 * @param indicators what one looks at to take position, for a self-assessment
 * @param selfAssessed true when levels are given by people and no verdict follows
 * @param source where its wording comes from
 * @param line line in the YAML file
 */
public record Specification(
        String id,
        String title,
        Reference reference,
        @Nullable String objective,
        Gravity gravity,
        NonApplicability nonApplicability,
        @Nullable String nonApplicabilityCondition,
        @Nullable Condition condition,
        @Nullable String conditionAbsent,
        List<String> expectedDocuments,
        List<Reading> readings,
        @Nullable String judgement,
        List<Variant> variants,
        List<Check> checks,
        String advice,
        List<String> indicators,
        boolean selfAssessed,
        Source source,
        int line) {

    /** Copies the lists. */
    public Specification {
        expectedDocuments = List.copyOf(expectedDocuments);
        readings = List.copyOf(readings);
        variants = List.copyOf(variants);
        checks = List.copyOf(checks);
        indicators = List.copyOf(indicators);
    }

    /** The wording for a type, or empty when the specification does not address it. */
    public Optional<Variant> variantFor(StructureType type) {
        for (Variant variant : variants) {
            if (variant.types().contains(type)) {
                return Optional.of(variant);
            }
        }
        return Optional.empty();
    }

    /** The checks that apply to a type, those of its wording first. */
    public List<Check> checksFor(StructureType type) {
        List<Check> all = new ArrayList<>();
        variantFor(type).ifPresent(v -> all.addAll(v.checks()));
        all.addAll(checks);
        all.removeIf(check -> !check.head().appliesTo(type));
        return all;
    }

    /** The check whose findings may bear this id. */
    public CheckFamily family(String check) {
        Set<String> ids = new LinkedHashSet<>();
        boolean byRow = true;
        Set<String> subjects = new LinkedHashSet<>();
        List<Check> all = new ArrayList<>(checks);
        variants.forEach(v -> all.addAll(v.checks()));
        for (Check one : all) {
            if (one.ids().contains(check)) {
                ids.addAll(one.ids());
                byRow &= one.byRow();
                subjects.addAll(one.subjects());
            }
        }
        return ids.isEmpty() ? CheckFamily.UNKNOWN : new CheckFamily(ids, byRow, subjects);
    }

    /** Why a human must judge for this type, or null. */
    public @Nullable String judgementFor(StructureType type) {
        Variant variant = variantFor(type).orElse(null);
        return variant != null && variant.judgement() != null ? variant.judgement() : judgement;
    }
}
