package fr.cedre.report;

import fr.cedre.check.AnyOfCheck;
import fr.cedre.check.CadenceCheck;
import fr.cedre.check.CertificateCheck;
import fr.cedre.check.Check;
import fr.cedre.check.ContinuityCheck;
import fr.cedre.check.CoverageCheck;
import fr.cedre.check.DocumentCheck;
import fr.cedre.check.DuplicateCheck;
import fr.cedre.check.FieldCheck;
import fr.cedre.check.Fraction;
import fr.cedre.check.IncreaseCheck;
import fr.cedre.check.LevelCheck;
import fr.cedre.check.MonthlyShareCheck;
import fr.cedre.check.MonthlyThreshold;
import fr.cedre.check.PresenceCheck;
import fr.cedre.check.ReferencingCheck;
import fr.cedre.check.RowCheck;
import fr.cedre.check.Scope;
import fr.cedre.check.ShareCheck;
import fr.cedre.check.ThemesCheck;
import fr.cedre.check.UniformityCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How each kind of check goes about it, in one sentence; the only place that lists the kinds for people (a test holds it complete). */
public final class CheckKinds {

    private record Kind<C extends Check>(
            String code, Class<C> type, Function<C, String> how, BiConsumer<C, CheckReads> reads) {
        boolean takes(Check check) {
            return type.isInstance(check);
        }

        String how(Check check) {
            return how.apply(type.cast(check));
        }

        void reads(Check check, CheckReads into) {
            reads.accept(type.cast(check), into);
        }
    }

    private static final List<Kind<?>> KINDS = List.of(
            new Kind<>("alternative", AnyOfCheck.class, CheckKinds::anyOf, (c, r) -> r.among(c)),
            new Kind<>("cadence", CadenceCheck.class, CheckKinds::cadence, (c, r) -> r.cadence(c)),
            new Kind<>("certificat", CertificateCheck.class, CheckKinds::certificate, (c, r) -> r.keys(c)),
            new Kind<>("continuite", ContinuityCheck.class, CheckKinds::continuity, (c, r) -> r.continuity(c)),
            new Kind<>("couverture", CoverageCheck.class, CheckKinds::coverage, (c, r) -> r.coverage(c)),
            new Kind<>("document", DocumentCheck.class, CheckKinds::document, (c, r) -> r.document(c)),
            new Kind<>(
                    "doublon",
                    DuplicateCheck.class,
                    c -> "Cherche dans " + file(c.register()) + " deux lignes qui ont la même valeur dans "
                            + French.list(c.columns()) + ".",
                    (c, r) -> r.rows(c.register(), c.when(), null, c.columns(), null)),
            new Kind<>(
                    "champ",
                    FieldCheck.class,
                    c -> "Regarde si " + c.path() + " est rempli dans structure.yaml.",
                    (c, r) -> r.keys(c)),
            new Kind<>(
                    "accroissement",
                    IncreaseCheck.class,
                    c -> "Compte les lignes " + of(c.register())
                            + " commencées sur douze mois et les compare à l'objectif de structure.yaml.",
                    (c, r) -> {
                        r.rows(c.register(), null, null, List.of(c.date()), null);
                        r.keys(c);
                    }),
            new Kind<>("niveau", LevelCheck.class, CheckKinds::level, (c, r) -> r.level(c)),
            new Kind<>("part-mensuelle", MonthlyShareCheck.class, CheckKinds::monthly, (c, r) -> r.monthly(c)),
            new Kind<>("presence", PresenceCheck.class, CheckKinds::presence, (c, r) -> r.presence(c)),
            new Kind<>(
                    "referencement",
                    ReferencingCheck.class,
                    c -> "Cherche les spécifications applicables qu'aucune preuve valable ne cite.",
                    (c, r) -> r.referencing()),
            new Kind<>("ligne", RowCheck.class, CheckKinds::row, (c, r) -> {
                r.rows(c.register(), c.when(), c.require(), c.firstOf(), c.firstBy());
            }),
            new Kind<>(
                    "part",
                    ShareCheck.class,
                    c -> "Compte, parmi " + lines(c.register(), c.when() != null, c.scope())
                            + ", celles qui respectent la règle : " + share(c.threshold()) + ".",
                    (c, r) -> r.rows(c.register(), c.when(), c.require(), List.of(), c.column())),
            new Kind<>(
                    "themes",
                    ThemesCheck.class,
                    c -> "Réunit, pour chaque " + String.join(" et ", c.key()) + ", les valeurs de " + c.column()
                            + " dans " + file(c.register()) + " : " + French.list(c.required()) + " doivent y être.",
                    (c, r) -> r.themes(c)),
            new Kind<>("unicite", UniformityCheck.class, CheckKinds::uniformity, (c, r) -> r.uniformity(c)));

    private CheckKinds() {}

    /** One sentence, capital and full stop. */
    public static String how(Check check) {
        return kind(check).how(check);
    }

    /** The word written after {@code genre:}. */
    static String code(Check check) {
        return kind(check).code();
    }

    static void reads(Check check, CheckReads into) {
        kind(check).reads(check, into);
    }

    /** True when a kind is known here. */
    static boolean knows(Class<?> type) {
        return KINDS.stream().anyMatch(k -> k.type().equals(type));
    }

    /** The codes of the kinds. */
    static List<String> codes() {
        return KINDS.stream().map(Kind::code).toList();
    }

    private static Kind<?> kind(Check check) {
        return KINDS.stream()
                .filter(k -> k.takes(check))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(check.getClass().getName()));
    }

    private static String file(String register) {
        return register + ".csv";
    }

    /** {@code de missions.csv}, {@code d'engagements.csv}. */
    private static String of(String register) {
        return ("aeiouh".indexOf(register.charAt(0)) < 0 ? "de " : "d'") + file(register);
    }

    private static String lines(String register, boolean filtered, Scope scope) {
        return (filtered ? "les lignes concernées " : "les lignes ")
                + of(register)
                + (scope == Scope.PERIODE ? " (période contrôlée)" : "");
    }

    private static String share(Fraction threshold) {
        return threshold.numerator() == threshold.denominator() ? "toutes" : threshold + " au moins";
    }

    private static String row(RowCheck c) {
        return c.firstOf().isEmpty()
                ? "Relit une à une " + lines(c.register(), c.when() != null, c.scope()) + "."
                : "Relit, dans " + file(c.register()) + ", la première ligne de chaque "
                        + String.join(" et ", c.firstOf()) + ".";
    }

    private static String presence(PresenceCheck c) {
        String counted = c.distinct() == null
                ? French.count(c.atLeast(), "ligne")
                : French.count(c.atLeast(), "valeur différente", "valeurs différentes") + " de " + c.distinct();
        String since = c.since() == null ? "" : ", datant de " + c.since() + " au plus";
        String scope = c.since() == null && c.scope() == Scope.PERIODE ? ", sur la période contrôlée" : "";
        String each = c.each() == null ? "" : ", pour chaque " + c.each() + " : " + French.list(c.values());
        return "Compte " + (c.when() == null ? "les lignes" : "les lignes concernées") + " " + of(c.register()) + " : "
                + counted + " au moins" + since + scope + each + ".";
    }

    private static String cadence(CadenceCheck c) {
        String otherwise = c.defaultRhythm() == null ? "" : ", à défaut " + c.defaultRhythm();
        String tolerance = c.factor().numerator() == c.factor().denominator()
                ? ""
                : ", avec une tolérance (rythme multiplié par " + c.factor() + ")";
        return "Compare les dates successives " + of(c.register()) + " (" + c.date()
                + ") au rythme déclaré dans structure.yaml (" + c.rhythm() + otherwise + ")" + tolerance + ".";
    }

    private static String uniformity(UniformityCheck c) {
        String succession =
                c.succession().isEmpty() ? "" : " ; une version qui succède nettement à une autre est admise";
        return "Vérifie que " + lines(c.register(), c.when() != null, c.scope())
                + " donnent toutes la même valeur dans " + French.list(c.columns()) + succession + ".";
    }

    private static String coverage(CoverageCheck c) {
        String by = c.by().stream().map(b -> file(b.register())).distinct().collect(Collectors.joining(" ou "));
        String times = c.atLeast() == 1 ? "" : ", " + c.atLeast() + " fois au moins";
        String window = c.windowStart() == null && c.windowEnd() == null ? "" : ", dans le délai voulu";
        return "Cherche, pour chaque ligne concernée " + of(c.from().register()) + ", sa correspondance dans " + by
                + times + window + ".";
    }

    private static String continuity(ContinuityCheck c) {
        return "Vérifie jour par jour que chaque personne " + of(c.register()) + " est couverte par "
                + file(c.cover().register())
                + (c.tolerance().amount() == 0 ? "." : " ; une interruption de " + c.tolerance() + " est tolérée.");
    }

    private static String monthly(MonthlyShareCheck c) {
        String sources = c.population().stream()
                .map(p -> of(p.register()))
                .distinct()
                .collect(Collectors.joining(", à défaut "));
        String threshold = c.threshold() instanceof MonthlyThreshold.Share share
                ? share(share.fraction())
                : "autant que l'effectif financé déclaré dans structure.yaml";
        return "Compte, mois par mois, les personnes " + sources + ", et celles que couvre "
                + file(c.cover().register()) + " : " + threshold + ".";
    }

    private static String anyOf(AnyOfCheck c) {
        List<String> ways = c.among().stream()
                .map(CheckKinds::how)
                .map(how -> how.substring(0, 1).toLowerCase(Locale.ROOT) + how.substring(1, how.length() - 1))
                .toList();
        return "Une seule de ces voies suffit : " + String.join(" ; ou ", ways) + ".";
    }

    private static String certificate(CertificateCheck c) {
        return switch (c.defect()) {
            case EXPIRE -> "Compare la fin de validité du certificat au jour de l'audit.";
            case BIENTOT_EXPIRE ->
                "Prévient avant la fin de validité du certificat : "
                        + French.list(c.alerts().stream().map(Object::toString).toList()) + " avant.";
            case VERSION_PERIMEE ->
                "Cherche si le certificat a été décidé sous une version que celle-ci avait déjà remplacée.";
            case HORS_APPLICATION ->
                "Cherche si le certificat a été décidé quand ce référentiel n'était plus applicable.";
        };
    }

    private static String document(DocumentCheck c) {
        List<String> terms = new ArrayList<>();
        if (c.nature() != null) {
            terms.add("de nature « " + c.nature() + " »");
        } else {
            terms.add("qui cite la spécification");
        }
        if (!c.contains().isEmpty()) {
            terms.add("contenant " + French.list(c.contains()));
        }
        if (c.since() != null) {
            terms.add("relue ou validée il y a " + c.since() + " au plus");
        }
        return "Cherche dans preuves.csv " + number(c.atLeast()) + " " + String.join(", ", terms) + ".";
    }

    private static String number(int atLeast) {
        return atLeast == 1 ? "une preuve valable" : atLeast + " preuves valables";
    }

    private static String level(LevelCheck c) {
        return switch (c.defect()) {
            case NON_EVALUE -> "Regarde si une voix au moins a donné un niveau dans autoevaluation.csv.";
            case SOUS_MINIMUM ->
                "Compare le niveau retenu (médiane basse des voix) au minimum, niveau " + code(c) + ".";
            case SANS_PREUVE -> "À partir du niveau " + code(c) + ", cherche une preuve valable citée par une voix.";
            case DIVERGENCE -> "Compare les niveaux des voix : un écart de " + c.count() + " se discute.";
            case VOIX_INSUFFISANTES -> "Compte les voix qui se sont exprimées : " + c.count() + " au moins.";
            case SOUS_CIBLE -> "Compare le niveau retenu (médiane basse des voix) à la cible.";
            case ANCIEN -> "Regarde la date de la dernière évaluation : " + since(c.since()) + " au plus.";
        };
    }

    private static String code(LevelCheck c) {
        return c.scale().step(c.rank()).code();
    }

    private static String since(@Nullable Object since) {
        return since == null ? "?" : since.toString();
    }
}
