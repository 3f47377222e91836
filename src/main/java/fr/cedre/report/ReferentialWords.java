package fr.cedre.report;

import fr.cedre.check.Gravity;
import fr.cedre.dossier.StructureType;
import fr.cedre.referential.Annex;
import fr.cedre.referential.GroupRule;
import fr.cedre.referential.Provenance;
import fr.cedre.referential.Reading;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Source;
import fr.cedre.referential.Specification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A referential's own words: group rule, gravity, confidence. */
public final class ReferentialWords {

    private ReferentialWords() {}

    /** {@code cedre-v2 (alias v2)}. */
    static String name(Referential referential) {
        return referential.aliases().isEmpty()
                ? referential.id()
                : referential.id() + " (alias " + String.join(", ", referential.aliases()) + ")";
    }

    public static String types(List<StructureType> types) {
        return French.list(types.stream().map(StructureType::code).toList());
    }

    static String group(GroupRule rule) {
        return switch (rule.kind()) {
            case PAR_MEMBRE -> "chaque membre répond pour lui-même";
            case TOUT_OU_RIEN -> "tout ou rien, un membre qui échoue fait échouer tout le groupe";
            case AU_CHOIX -> "au choix du groupe, chacun pour soi ou tous ensemble (à dire dans groupe.yaml)";
        };
    }

    static String gravity(Specification specification) {
        return specification.selfAssessed()
                ? "auto-évaluation"
                : specification.gravity().code();
    }

    public static String gravityAtLength(Specification specification) {
        if (specification.selfAssessed()) {
            return "aucune : c'est une auto-évaluation, on se situe sur une échelle";
        }
        return (specification.gravity() == Gravity.MAJEURE ? "majeure" : "mineure")
                + ", proposée ; c'est l'auditeur qui décide";
    }

    public static String nonApplicability(Specification specification) {
        String condition = specification.nonApplicabilityCondition();
        return switch (specification.nonApplicability()) {
            case INTERDITE -> "non admis : la déclarer sans objet serait un écart";
            case PERMISE, CONDITIONNELLE ->
                "admis, avec un motif et une validation"
                        + (condition == null ? "" : ", dans ce cas : " + decapitalised(condition));
        };
    }

    /** A sentence that follows a colon. */
    public static String decapitalised(String text) {
        boolean acronym = text.length() > 1 && Character.isUpperCase(text.charAt(1));
        return acronym || text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    /** Where a wording comes from: {@code reconstitution, S4 § 6.1, confiance moyenne}. */
    public static String source(Source source) {
        List<String> said = new ArrayList<>();
        said.add(provenance(source.provenance()));
        if (source.text() != null) {
            said.add("source " + source.text());
        }
        if (source.confidence() != null) {
            said.add("confiance " + source.confidence());
        }
        return String.join(", ", said);
    }

    /** Where the wording comes from, in words. */
    public static String provenance(Provenance provenance) {
        return switch (provenance) {
            case OFFICIEL -> "d'après le texte officiel";
            case RECONSTITUTION -> "reconstitution";
            case PROPOSITION -> "proposition du projet";
        };
    }

    /** Codes of the readings adopted anywhere in a referential. */
    static Set<String> readings(Referential referential) {
        Set<String> codes = new TreeSet<>();
        referential.scope().forEach(s -> add(codes, s.readings()));
        referential.specifications().forEach(s -> add(codes, s.readings()));
        for (Annex annex : referential.annexes()) {
            add(codes, annex.readings());
        }
        return codes;
    }

    private static void add(Set<String> codes, List<Reading> readings) {
        readings.forEach(r -> codes.add(r.code()));
    }

    /** {@code 95 spécifications, 183 contrôles}. */
    static String counts(long specifications, long checks) {
        return French.count(specifications, "spécification") + ", " + French.count(checks, "contrôle");
    }

    /** What a referential holds beside its specifications, without what it has none of. */
    static List<String> others(Referential referential) {
        List<String> others = new ArrayList<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("définition", referential.glossary().size());
        counts.put(
                "principe",
                referential.principles().size() + referential.pedagogy().size());
        counts.put("annexe", referential.annexes().size());
        counts.put("lecture retenue", readings(referential).size());
        counts.forEach((word, n) -> {
            if (n > 0) {
                others.add(French.count(n, word, word.replace(" ", "s ") + "s"));
            }
        });
        return others;
    }

    /** {@code 12 lignes}, {@code réunit cedre-v2--cap}. */
    static String lines(int lines, List<String> united) {
        String counted = French.count(lines, "ligne");
        if (united.isEmpty()) {
            return counted;
        }
        String together = "réunit " + French.list(united);
        return lines == 0 ? together : counted + ", " + together;
    }

    static @Nullable String code(@Nullable StructureType type) {
        return type == null ? null : type.code();
    }
}
