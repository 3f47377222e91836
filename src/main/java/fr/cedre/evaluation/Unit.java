package fr.cedre.evaluation;

import fr.cedre.check.Check;
import fr.cedre.dossier.StructureType;
import fr.cedre.referential.Specification;
import fr.cedre.referential.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One result to come: a specification for the types that share its wording and rules (contrat § 3).
 *
 * @param specification specification
 * @param types types evaluated together
 * @param label the type shown, or null when the result is common to the types under control
 * @param variant wording, or null when the types are not addressed
 * @param checks checks that apply
 */
record Unit(
        Specification specification,
        Set<StructureType> types,
        @Nullable StructureType label,
        @Nullable Variant variant,
        List<Check> checks) {

    /** Groups the types under control by wording and rules. */
    static List<Unit> of(Specification specification, List<StructureType> controlled, List<StructureType> all) {
        Map<List<Object>, List<StructureType>> groups = new LinkedHashMap<>();
        for (StructureType type : controlled) {
            groups.computeIfAbsent(signature(specification, type), key -> new ArrayList<>())
                    .add(type);
        }
        boolean common =
                all.stream().map(t -> signature(specification, t)).distinct().count() == 1;
        List<Unit> units = new ArrayList<>();
        boolean single = groups.size() == 1;
        for (StructureType type : controlled) {
            List<StructureType> group = groups.getOrDefault(signature(specification, type), List.of(type));
            if (single) {
                StructureType label = common || group.size() > 1 ? null : type;
                units.add(unit(specification, new LinkedHashSet<>(group), label, type));
                break;
            }
            units.add(unit(specification, Set.of(type), type, type));
        }
        return units;
    }

    private static Unit unit(
            Specification specification, Set<StructureType> types, @Nullable StructureType label, StructureType any) {
        Variant variant = specification.variantFor(any).orElse(null);
        return new Unit(
                specification, types, label, variant, variant == null ? List.of() : specification.checksFor(any));
    }

    private static List<Object> signature(Specification specification, StructureType type) {
        List<Object> signature = new ArrayList<>();
        specification.variantFor(type).ifPresent(v -> {
            signature.add(v.requirement());
            specification
                    .checksFor(type)
                    .forEach(c -> signature.add(c.head().id() + "@" + c.head().line()));
        });
        return signature;
    }
}
