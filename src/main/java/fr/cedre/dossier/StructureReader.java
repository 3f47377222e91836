package fr.cedre.dossier;

import fr.cedre.problem.Problem;
import fr.cedre.problem.Problems;
import fr.cedre.yaml.YamlNode;
import fr.cedre.yaml.YamlObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code structure.yaml}; what it cannot read is a problem with its line, and the rest is kept. */
final class StructureReader {

    private final YamlObject root;
    private final YamlNode.Mapping mapping;
    private final Problems problems;

    StructureReader(YamlNode.Mapping mapping, Problems problems) {
        this.mapping = mapping;
        this.problems = problems;
        this.root = new YamlObject(mapping, Structure.FILE, "", problems);
    }

    Structure read() {
        String name = root.text("nom").orElse("");
        if (name.isEmpty()) {
            root.error("nom", "« nom » manque : le nom de la structure est attendu");
        }
        List<StructureType> types = new ArrayList<>();
        for (String type : root.texts("types")) {
            StructureType known = new StructureType(type.toUpperCase(Locale.ROOT));
            if (!types.contains(known)) {
                types.add(known);
            }
        }
        if (types.isEmpty()) {
            problems.add(Problem.unusable(
                    root.at("types"),
                    "« types » manque : indiquer le ou les types de la structure, par exemple « types: [AI] »"));
        }
        Structure structure = new Structure(
                name,
                types,
                root.text("referentiel").orElse(null),
                certification(),
                date(root, "audit_prevu_le"),
                rhythms(),
                funding(),
                target(),
                nonApplicables(),
                columns(),
                closures(),
                mapping);
        for (String known : List.of(
                "siret",
                "ensemblier",
                "reseaux",
                "organe_direction",
                "accueil",
                "horaires",
                "sites",
                "effectif_permanents")) {
            root.node(known);
        }
        root.close();
        return structure;
    }

    private Structure.@Nullable Certification certification() {
        YamlObject o = root.object("certification").orElse(null);
        if (o == null) {
            return null;
        }
        Structure.Certification certification = new Structure.Certification(
                o.text("referentiel").orElse(null), date(o, "decision_le"), o.lineOf("decision_le"));
        o.close();
        return certification;
    }

    private Map<String, Duration> rhythms() {
        Map<String, Duration> rhythms = new LinkedHashMap<>();
        root.object("rythmes").ifPresent(o -> {
            for (String key : o.keys()) {
                o.text(key).ifPresent(text -> {
                    Optional<Duration> duration = Duration.parse(text).filter(d -> d.amount() > 0);
                    duration.ifPresent(d -> rhythms.put(key, d));
                    if (duration.isEmpty()) {
                        o.error(
                                key,
                                "rythme illisible « " + text
                                        + " » : un nombre et une unité sont attendus, par exemple « 2 semaines »");
                    }
                });
            }
        });
        return rhythms;
    }

    private List<Structure.Funding> funding() {
        List<Structure.Funding> funding = new ArrayList<>();
        for (YamlObject o : root.objects("financement")) {
            LocalDate start = date(o, "debut");
            LocalDate end = date(o, "fin");
            String type = o.text("type").orElse(null);
            BigDecimal fte = decimal(o, "etp_insertion");
            BigDecimal posts = decimal(o, "postes_accompagnement");
            o.close();
            if (start == null || end == null || end.isBefore(start)) {
                o.error(
                        "debut",
                        "période de financement sans « debut » et « fin » lisibles et dans l'ordre : non prise en compte");
                continue;
            }
            funding.add(new Structure.Funding(
                    type == null ? null : new StructureType(type.toUpperCase(Locale.ROOT)),
                    start,
                    end,
                    fte,
                    posts,
                    o.line()));
        }
        return funding;
    }

    private Structure.@Nullable EngagementTarget target() {
        if (!(root.node("objectif_engagements") instanceof YamlNode.Mapping)) {
            return root.text("objectif_engagements")
                    .flatMap(text -> integer(root, "objectif_engagements", text))
                    .map(value -> new Structure.EngagementTarget(value, null, root.lineOf("objectif_engagements")))
                    .orElse(null);
        }
        YamlObject o = root.object("objectif_engagements").orElseThrow();
        Optional<Integer> value = o.text("valeur").flatMap(text -> integer(o, "valeur", text));
        LocalDate setOn = date(o, "fixe_le");
        o.close();
        return value.map(v -> new Structure.EngagementTarget(v, setOn, o.line()))
                .orElse(null);
    }

    private List<Structure.NonApplicable> nonApplicables() {
        List<Structure.NonApplicable> all = new ArrayList<>();
        for (YamlObject o : root.objects("non_applicables")) {
            String specification = o.requiredText("specification");
            boolean reasoned = !o.text("motif").orElse("").isEmpty();
            boolean validated = !o.text("valide_par").orElse("").isEmpty();
            LocalDate until = date(o, "jusqu_au");
            boolean dateLost = o.has("jusqu_au") && until == null;
            o.close();
            // An end that cannot be read must not make the declaration eternal.
            all.add(new Structure.NonApplicable(
                    specification, reasoned, validated, dateLost ? LocalDate.MIN : until, o.line()));
        }
        return all;
    }

    private Map<String, Map<String, String>> columns() {
        Map<String, Map<String, String>> columns = new LinkedHashMap<>();
        root.object("colonnes").ifPresent(o -> {
            for (String register : o.keys()) {
                columns.put(register, o.namedTexts(register));
            }
        });
        return columns;
    }

    private List<Structure.Closure> closures() {
        List<Structure.Closure> closures = new ArrayList<>();
        for (YamlObject o : root.objects("fermetures")) {
            LocalDate start = date(o, "debut");
            LocalDate end = date(o, "fin");
            o.text("motif");
            o.close();
            if (start != null && end != null && !end.isBefore(start)) {
                closures.add(new Structure.Closure(start, end));
            } else {
                o.error("debut", "fermeture sans « debut » et « fin » lisibles et dans l'ordre : non prise en compte");
            }
        }
        return closures;
    }

    private static @Nullable LocalDate date(YamlObject o, String key) {
        String text = o.text(key).orElse("");
        if (text.isEmpty()) {
            return null;
        }
        long day = ValueParser.date(text);
        if (!Cell.isValue(day)) {
            o.error(key, "date illisible : une date aaaa-mm-jj ou jj/mm/aaaa est attendue");
            return null;
        }
        return LocalDate.ofEpochDay(day);
    }

    private static @Nullable BigDecimal decimal(YamlObject o, String key) {
        String text = o.text(key).orElse("");
        if (text.isEmpty()) {
            return null;
        }
        String plain = text.replace(',', '.');
        if (!plain.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            o.error(key, "nombre illisible : un nombre positif est attendu, par exemple 18.5");
            return null;
        }
        return new BigDecimal(plain);
    }

    private static Optional<Integer> integer(YamlObject o, String key, String text) {
        if (!text.matches("\\d{1,9}")) {
            o.error(key, "nombre entier attendu");
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(text));
    }
}
