package fr.cedre.deadline;

import fr.cedre.check.CertificateCheck;
import fr.cedre.check.Check;
import fr.cedre.dossier.Duration;
import fr.cedre.dossier.FrenchDates;
import fr.cedre.dossier.Structure;
import fr.cedre.evaluation.Evaluation;
import fr.cedre.problem.Location;
import fr.cedre.referential.Lifecycle;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Specification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The certificate's last day and the warnings before it, as the {@code certificat} checks understand both (V2 § 2.2). */
public final class CertificateDeadlines {

    private static final Duration NONE = new Duration(0, Duration.Unit.JOUR);

    private CertificateDeadlines() {}

    /** The last day and the warnings still to come, whatever the horizon; empty when nothing tells them. */
    public static List<Deadline> of(Evaluation evaluation, DeadlineRules rules) {
        Structure.Certification certification = evaluation.structure().certification();
        LocalDate day = evaluation.period().end();
        LocalDate expiry = expiry(evaluation.referential(), certification, day);
        if (certification == null || certification.decidedOn() == null || expiry == null) {
            return List.of();
        }
        Location place = Location.of(Structure.FILE, certification.line(), "certification.decision_le");
        String decided = certification.decidedOn().toString();
        List<Deadline> all = new ArrayList<>();
        all.add(new Deadline(
                expiry,
                "certificat",
                decided,
                "Certification décidée le " + FrenchDates.day(certification.decidedOn()) + " : fin de validité",
                null,
                place,
                rules.renewal("certificat")));
        for (Duration warning : warnings(evaluation)) {
            LocalDate on = warning.before(expiry);
            // Once given, a warning is over: what is due is the certificate.
            if (!on.isBefore(day)) {
                all.add(new Deadline(
                        on,
                        "alerte_certificat",
                        warning.toString(),
                        "Plus que " + warning + " avant la fin de validité de la certification ("
                                + FrenchDates.day(expiry) + ")",
                        null,
                        place,
                        NONE));
            }
        }
        return all;
    }

    /** Last day of the current certificate, or null when nothing tells it; the certificate of the next referential is not this one's business. */
    private static @Nullable LocalDate expiry(
            Referential referential, Structure.@Nullable Certification certification, LocalDate day) {
        if (certification == null
                || certification.decidedOn() == null
                || certification.decidedOn().isAfter(day)) {
            return null;
        }
        Lifecycle whole = referential.lifecycle();
        Duration validity = whole.validity();
        for (Referential.Included one : referential.included()) {
            validity = validity == null ? one.lifecycle().validity() : validity;
        }
        String named = certification.referential();
        boolean later = whole.replacedOn() != null
                && named != null
                && !named.equals(referential.id())
                && !referential.aliases().contains(named);
        return validity == null || later ? null : validity.after(certification.decidedOn());
    }

    private static List<Duration> warnings(Evaluation evaluation) {
        List<Specification> all = new ArrayList<>(evaluation.referential().scope());
        all.addAll(evaluation.referential().specifications());
        List<Duration> warnings = new ArrayList<>();
        for (Specification specification : all) {
            for (Check check : specification.checks()) {
                if (check instanceof CertificateCheck certificate
                        && certificate.defect() == CertificateCheck.Defect.BIENTOT_EXPIRE) {
                    for (Duration before : certificate.alerts()) {
                        if (!warnings.contains(before)) {
                            warnings.add(before);
                        }
                    }
                }
            }
        }
        return warnings;
    }
}
