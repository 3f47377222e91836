package fr.cedre.evaluation;

import fr.cedre.check.RunContext;
import fr.cedre.referential.Lifecycle;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Specification;
import java.util.ArrayList;
import java.util.List;

/** What a referential says of certificates, as a rule of it, or of one it takes in whole, must read it. */
final class Certificates {

    private Certificates() {}

    /** A rule on certificates written in a referential taken in whole speaks of that one's dates; the validity is the whole's. */
    static RunContext.CertificateRules rules(Referential referential, Specification specification) {
        String home = specification.source().referential();
        List<String> names = new ArrayList<>();
        names.add(referential.id());
        names.addAll(referential.aliases());
        Lifecycle whole = referential.lifecycle();
        Lifecycle own = referential.included().stream()
                .filter(i -> i.id().equals(home))
                .map(Referential.Included::lifecycle)
                .findFirst()
                .orElse(whole);
        return new RunContext.CertificateRules(
                names,
                own.replaces(),
                whole.validity() == null ? own.validity() : whole.validity(),
                own.applicableFrom(),
                own.replacedOn());
    }
}
