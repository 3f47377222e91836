package fr.cedre.check;

import fr.cedre.dossier.Structure;
import fr.cedre.dossier.StructureType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;

/** How many persons must be covered in a month. */
public sealed interface MonthlyThreshold {

    /** The smallest number for a population, or empty when it cannot be told. */
    OptionalLong required(YearMonth month, LocalDate auditDate, long population, Structure structure);

    /** As shown beside the measure. */
    String shown(long required);

    /** An exact share of the population. */
    record Share(Fraction fraction) implements MonthlyThreshold {
        @Override
        public OptionalLong required(YearMonth month, LocalDate auditDate, long population, Structure structure) {
            return OptionalLong.of(fraction.neededOf(population));
        }

        @Override
        public String shown(long required) {
            return fraction.toString();
        }
    }

    /**
     * The headcount covered by the funding of the month: funded insertion posts, or support posts times a factor; never more than the population.
     *
     * @param type structure type of the funding
     * @param employeesPerPost employees covered by one funded support post (decree 99-108: twelve)
     */
    record Funded(StructureType type, int employeesPerPost) implements MonthlyThreshold {
        @Override
        public OptionalLong required(YearMonth month, LocalDate auditDate, long population, Structure structure) {
            LocalDate last = month.atEndOfMonth().isAfter(auditDate) ? auditDate : month.atEndOfMonth();
            List<Structure.Funding> inForce = structure.funding().stream()
                    .filter(f -> f.type() == null || f.type().equals(type))
                    .filter(f -> !f.start().isAfter(last) && !f.end().isBefore(last))
                    .toList();
            if (inForce.isEmpty()) {
                // a funding that ended within the month still covers it
                inForce = structure.funding().stream()
                        .filter(f -> f.type() == null || f.type().equals(type))
                        .filter(f -> !f.start().isAfter(last) && !f.end().isBefore(month.atDay(1)))
                        .toList();
            }
            if (inForce.size() != 1) {
                return OptionalLong.empty();
            }
            Structure.Funding funding = inForce.get(0);
            BigDecimal headcount = funding.insertionFte() != null
                    ? funding.insertionFte()
                    : funding.supportPosts() != null
                            ? funding.supportPosts().multiply(BigDecimal.valueOf(employeesPerPost))
                            : null;
            if (headcount == null) {
                return OptionalLong.empty();
            }
            long wanted = headcount.setScale(0, RoundingMode.CEILING).longValueExact();
            return OptionalLong.of(Math.min(wanted, population));
        }

        @Override
        public String shown(long required) {
            return Long.toString(required);
        }
    }
}
