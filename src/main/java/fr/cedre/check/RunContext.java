package fr.cedre.check;

import fr.cedre.dossier.Duration;
import fr.cedre.dossier.Evidence;
import fr.cedre.dossier.Period;
import fr.cedre.dossier.RegisterInfo;
import fr.cedre.dossier.Structure;
import fr.cedre.dossier.StructureType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a check may look at beside the rows.
 *
 * @param specification identifier of the specification under check
 * @param gravity its proposed gravity
 * @param advice its advice
 * @param equivalents identifiers of other referentials whose proofs serve it as they are
 * @param types types under control for this result
 * @param period controlled period
 * @param structure who is checked
 * @param evidence every proof of the folder
 * @param registers registers by name, {@code preuves} among them
 * @param applicable specifications that apply to the structure, in order
 * @param certificate rules on certificates
 * @param horizon last day of the deadlines asked for, or null when none are: then no run looks for any
 */
public record RunContext(
        String specification,
        Gravity gravity,
        String advice,
        Set<String> equivalents,
        Set<StructureType> types,
        Period period,
        Structure structure,
        List<Evidence> evidence,
        Map<String, RegisterInfo> registers,
        List<String> applicable,
        CertificateRules certificate,
        @Nullable LocalDate horizon) {

    /**
     * What a referential says of certificates.
     *
     * @param names its identifier and other names
     * @param replaces names of the versions it replaces
     * @param validity validity, or null when the text gives none
     * @param applicableFrom first day, included, every certificate must be under this referential, or null
     * @param replacedOn first day, included, none can be decided under it any more, or null
     */
    public record CertificateRules(
            List<String> names,
            List<String> replaces,
            @Nullable Duration validity,
            @Nullable LocalDate applicableFrom,
            @Nullable LocalDate replacedOn) {}

    /** True when a proof serves the specification under check: it cites it, or what corresponds to it in full. */
    public boolean cites(Evidence proof) {
        if (proof.cites(specification)) {
            return true;
        }
        for (String id : equivalents) {
            if (proof.cites(id)) {
                return true;
            }
        }
        return false;
    }

    /** A register by name; referentials are validated, so the name exists. */
    public RegisterInfo register(String name) {
        RegisterInfo info = registers.get(name);
        if (info == null) {
            throw new IllegalStateException("registre inconnu : " + name);
        }
        return info;
    }

    /** The audit date. */
    public LocalDate auditDate() {
        return period.end();
    }
}
