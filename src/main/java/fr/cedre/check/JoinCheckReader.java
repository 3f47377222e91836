package fr.cedre.check;

import fr.cedre.dossier.Duration;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.dossier.StructureType;
import fr.cedre.yaml.YamlNode;
import fr.cedre.yaml.YamlObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the kinds that hold one register against another: {@code couverture}, {@code continuite}, {@code part-mensuelle}. */
final class JoinCheckReader {

    private JoinCheckReader() {}

    private static Cover cover(CheckSource r, YamlObject o) {
        RegisterSchema schema = r.register(o);
        String person = r.conditions().column(o, "personne", schema);
        List<String> starts = r.columns(o, "debut", schema);
        List<String> ends = r.columns(o, "fin", schema);
        Condition reserve = r.conditions().read(o, "sous_reserve", schema);
        o.close();
        if (starts.isEmpty() || ends.isEmpty()) {
            o.error("debut", "« debut » et « fin » doivent nommer au moins une colonne de date");
            String fallback = schema.fields().get(0).name();
            return new Cover(schema.name(), person, List.of(fallback), List.of(fallback), reserve);
        }
        return new Cover(schema.name(), person, starts, ends, reserve);
    }

    static Check monthly(CheckSource r) {
        List<MonthlyShareCheck.Population> population = new ArrayList<>();
        for (YamlObject o : r.object().objects("population")) {
            RegisterSchema schema = r.register(o);
            population.add(new MonthlyShareCheck.Population(
                    schema.name(),
                    r.conditions().column(o, "personne", schema),
                    r.optionalColumn(o, "mois", schema),
                    r.optionalColumn(o, "debut", schema),
                    r.optionalColumn(o, "fin", schema),
                    r.conditions().read(o, "si", schema)));
            o.close();
        }
        MonthlyShareCheck.Known known = null;
        YamlObject persons = r.object().object("connus").orElse(null);
        if (persons != null) {
            RegisterSchema schema = r.register(persons);
            known = new MonthlyShareCheck.Known(schema.name(), r.conditions().column(persons, "cle", schema));
            persons.close();
        }
        Cover cover = cover(r, r.block("couverts"));
        MonthlyThreshold threshold;
        if (r.object().node("seuil") instanceof YamlNode.Mapping) {
            YamlObject funded = r.object().object("seuil").orElseThrow();
            threshold = new MonthlyThreshold.Funded(
                    new StructureType(funded.requiredText("financement")), r.count(funded, "postes_vers_etp", 12));
            funded.close();
        } else {
            threshold = new MonthlyThreshold.Share(r.fraction(r.object(), "seuil", new Fraction(1, 1)));
        }
        return new MonthlyShareCheck(r.head(), population, known, cover, threshold);
    }

    static Check continuity(CheckSource r) {
        YamlObject from = r.block("de");
        RegisterSchema schema = r.register(from);
        String person = r.conditions().column(from, "personne", schema);
        Condition when = r.conditions().read(from, "si", schema);
        Moment start = r.conditions().moment(from, "debut", schema);
        Moment defaultStart = from.has("defaut_debut") ? r.conditions().moment(from, "defaut_debut", schema) : start;
        Moment end = r.conditions().moment(from, "fin", schema);
        from.close();
        Cover cover = cover(r, r.block("par"));
        Duration tolerance = r.duration("tolerance").orElse(new Duration(0, Duration.Unit.JOUR));
        String column = r.conditions().column(r.object(), "colonne", schema);
        return new ContinuityCheck(
                r.head(), schema.name(), person, when, start, defaultStart, end, cover, tolerance, column);
    }

    static Check coverage(CheckSource r) {
        YamlObject from = r.block("de");
        RegisterSchema schema = r.register(from);
        CoverageCheck.From covered = new CoverageCheck.From(
                schema.name(),
                r.columns(from, "cle", schema),
                r.conditions().read(from, "si", schema),
                r.scope(from),
                r.optionalDate(from, "premier", schema));
        from.close();
        List<CoverageCheck.By> by = new ArrayList<>();
        if (r.object().objects("par").isEmpty()) {
            throw new CheckSource.MissingBlock("par");
        }
        for (YamlObject o : r.object().objects("par")) {
            RegisterSchema other = r.register(o);
            List<String> interval = r.columns(o, "intervalle", other);
            String date = r.optionalDate(o, "date", other);
            List<String> key = r.columns(o, "cle", other);
            if (!interval.isEmpty() && interval.size() != 2) {
                o.error("intervalle", "deux colonnes de date sont attendues");
            }
            if (key.size() != covered.key().size()) {
                o.error("cle", "« cle » doit avoir autant de colonnes que celle de « de »");
            }
            by.add(new CoverageCheck.By(
                    other.name(),
                    key,
                    r.conditions().read(o, "si", other),
                    interval.size() == 2 ? interval.get(0) : date,
                    interval.size() == 2 ? interval.get(1) : null));
            o.close();
        }
        Moment start = null;
        Moment end = null;
        YamlObject window = r.object().object("fenetre").orElse(null);
        if (window != null) {
            start = window.has("debut") ? r.conditions().moment(window, "debut", schema) : null;
            end = window.has("fin") ? r.conditions().moment(window, "fin", schema) : null;
            window.close();
        }
        int atLeast = r.count(r.object(), "au_moins", 1);
        String column = r.optionalColumn(r.object(), "colonne", schema);
        CheckHead head = r.head();
        YamlObject outside = r.object().object("hors_fenetre").orElse(null);
        CheckHead late = null;
        if (outside != null) {
            CheckHead own = r.head(outside, "message");
            late = new CheckHead(
                    own.id(),
                    head.types(),
                    outside.has("niveau") ? own.level() : head.level(),
                    own.gravity() == null ? head.gravity() : own.gravity(),
                    own.message(),
                    own.advice() == null ? head.advice() : own.advice(),
                    own.reading(),
                    head.parameters(),
                    own.line(),
                    null,
                    null);
            outside.close();
            r.placeholders(outside, late, Set.of(schema.name()));
        }
        return new CoverageCheck(head, covered, by, start, end, atLeast, late, column);
    }
}
