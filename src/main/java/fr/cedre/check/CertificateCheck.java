package fr.cedre.check;

import fr.cedre.dossier.FrenchDates;
import fr.cedre.dossier.Structure;
import fr.cedre.problem.Location;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The current certificate ({@code certificat}, V2 § 2.2): expired, about to expire, or decided under a version that no longer could be. A version that is replaced says
 * nothing of the certificates of the next.
 *
 * @param head head
 * @param defect which of them
 * @param alerts for {@code BIENTOT_EXPIRE}: how long before, in any order
 */
public record CertificateCheck(CheckHead head, Defect defect, List<fr.cedre.dossier.Duration> alerts) implements Check {

    /** Copies the list. */
    public CertificateCheck {
        alerts = List.copyOf(alerts);
    }

    /** What may be wrong with a certificate. */
    public enum Defect {
        /** Its validity is over. */
        EXPIRE,
        /** Its validity ends soon. */
        BIENTOT_EXPIRE,
        /** Decided under a version this one replaces, after this one became mandatory. */
        VERSION_PERIMEE,
        /** Decided under this version when it could no longer be. */
        HORS_APPLICATION
    }

    @Override
    public Set<String> registers() {
        return Set.of();
    }

    @Override
    public boolean onCertificate() {
        return true;
    }

    @Override
    public Set<String> keys() {
        return Set.of("certification");
    }

    @Override
    public CheckRun start(RunContext context) {
        return new Run(this, context);
    }

    private static final class Run extends CheckRun {
        private final CertificateCheck check;

        Run(CertificateCheck check, RunContext context) {
            super(check.head(), context);
            this.check = check;
        }

        @Override
        public void finish() {
            Structure.Certification certification = context().structure().certification();
            if (certification == null
                    || certification.decidedOn() == null
                    || certification.decidedOn().isAfter(context().auditDate())) {
                return;
            }
            RunContext.CertificateRules rules = context().certificate();
            LocalDate decided = certification.decidedOn();
            Location place = Location.of(Structure.FILE, certification.line(), "certification.decision_le");
            if (check.defect() == Defect.VERSION_PERIMEE || check.defect() == Defect.HORS_APPLICATION) {
                String under = certification.referential();
                boolean replaced = check.defect() == Defect.VERSION_PERIMEE;
                List<String> concerned = replaced ? rules.replaces() : rules.names();
                LocalDate limit = replaced ? rules.applicableFrom() : rules.replacedOn();
                counted();
                if (under != null && limit != null && concerned.contains(under) && !decided.isBefore(limit)) {
                    report(
                            under,
                            Map.of(
                                    "decision_le",
                                    FrenchDates.day(decided),
                                    "referentiel",
                                    under,
                                    "date",
                                    FrenchDates.day(limit)),
                            decided.toString(),
                            "avant le " + FrenchDates.day(limit),
                            place);
                }
                return;
            }
            String named = certification.referential();
            boolean later = rules.replacedOn() != null
                    && named != null
                    && !rules.names().contains(named);
            if (rules.validity() == null || later) {
                return;
            }
            counted();
            LocalDate expiry = rules.validity().after(decided);
            boolean expired = expiry.isBefore(context().auditDate());
            Map<String, String> values =
                    Map.of("decision_le", FrenchDates.day(decided), "expire_le", FrenchDates.day(expiry));
            if (check.defect() == Defect.EXPIRE) {
                if (expired) {
                    report(
                            decided.toString(),
                            values,
                            FrenchDates.day(expiry),
                            rules.validity().toString(),
                            place);
                }
            } else if (!expired) {
                check.alerts().stream()
                        .filter(a -> !a.before(expiry).isAfter(context().auditDate()))
                        .max((a, b) -> a.before(expiry).compareTo(b.before(expiry)))
                        .ifPresent(a ->
                                report(decided.toString(), values, FrenchDates.day(expiry), "moins de " + a, place));
            }
        }
    }
}
