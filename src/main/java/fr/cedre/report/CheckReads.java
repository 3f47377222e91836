package fr.cedre.report;

import fr.cedre.check.AnyOfCheck;
import fr.cedre.check.CadenceCheck;
import fr.cedre.check.Check;
import fr.cedre.check.Condition;
import fr.cedre.check.ContinuityCheck;
import fr.cedre.check.Cover;
import fr.cedre.check.CoverageCheck;
import fr.cedre.check.DocumentCheck;
import fr.cedre.check.LevelCheck;
import fr.cedre.check.Moment;
import fr.cedre.check.MonthlyShareCheck;
import fr.cedre.check.PresenceCheck;
import fr.cedre.check.StructureCondition;
import fr.cedre.check.ThemesCheck;
import fr.cedre.check.UniformityCheck;
import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.Structure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a check reads: registers with their columns, keys of {@code structure.yaml}. */
final class CheckReads {

    private static final String PROOFS = "preuves";
    private static final String CITES = "specifications";

    private final Map<String, Set<String>> columns = new LinkedHashMap<>();
    private final Set<String> keys = new LinkedHashSet<>();

    private CheckReads() {}

    /** What a check reads, in the order it says it. */
    static CheckReads of(Check check) {
        CheckReads reads = new CheckReads();
        CheckKinds.reads(check, reads);
        return reads;
    }

    /** Columns by register; no column when the whole row counts. */
    Map<String, Set<String>> columns() {
        return columns;
    }

    /** Keys of {@code structure.yaml}. */
    Set<String> keys() {
        return keys;
    }

    /** {@code registres/missions.csv (debut, fin)}, {@code structure.yaml (accueil.physique)}. */
    List<String> shown() {
        List<String> shown = new ArrayList<>();
        columns.forEach((register, names) -> shown.add(with(path(register), names)));
        if (!keys.isEmpty()) {
            shown.add(with(Structure.FILE, keys));
        }
        return shown;
    }

    private static String with(String file, Set<String> names) {
        return names.isEmpty() ? file : file + " (" + String.join(", ", names) + ")";
    }

    /** Where a register stands in a folder. */
    static String path(String register) {
        return (Dictionary.ROOT_FILES.contains(register) ? "" : "registres/") + register + ".csv";
    }

    private CheckReads add(String register, @Nullable String... names) {
        Set<String> known = columns.computeIfAbsent(register, k -> new LinkedHashSet<>());
        for (String name : names) {
            if (name != null) {
                known.add(name);
            }
        }
        return this;
    }

    private CheckReads addAll(String register, Collection<String> names) {
        return add(register, names.toArray(String[]::new));
    }

    /** The keys of structure.yaml that a check reads by itself. */
    CheckReads keys(Check check) {
        keys.addAll(check.keys());
        return this;
    }

    /** The columns of a condition, and the keys of structure.yaml it asks for. */
    CheckReads when(String register, @Nullable Condition condition) {
        if (condition instanceof Condition.Combination all) {
            all.parts().forEach(part -> when(register, part));
        } else if (condition instanceof StructureCondition structure) {
            keys.add(structure.path());
        } else if (condition != null) {
            addAll(register, condition.columns().stream().sorted().toList());
        }
        return this;
    }

    private void moment(String register, @Nullable Moment moment) {
        if (moment != null) {
            addAll(register, moment.columns().stream().sorted().toList());
        }
    }

    void rows(
            String register,
            @Nullable Condition when,
            @Nullable Condition require,
            Collection<String> names,
            @Nullable String name) {
        addAll(register, names);
        add(register, name);
        when(register, when);
        when(register, require);
    }

    void cadence(CadenceCheck check) {
        rows(check.register(), check.when(), null, List.of(check.date()), null);
        keys(check);
    }

    void presence(PresenceCheck check) {
        rows(check.register(), check.when(), null, List.of(), check.each());
        add(check.register(), check.distinct(), check.date());
    }

    void uniformity(UniformityCheck check) {
        rows(check.register(), check.when(), null, check.columns(), check.date());
    }

    void themes(ThemesCheck check) {
        rows(check.register(), check.when(), null, check.key(), check.column());
    }

    void document(DocumentCheck check) {
        add(PROOFS, check.nature() == null ? CITES : "nature");
        add(PROOFS, "version", "valide_le", "valide_par");
        if (!check.contains().isEmpty()) {
            add(PROOFS, "contient");
        }
        if (check.since() != null) {
            add(PROOFS, "revu_le");
        }
        add(PROOFS, "expire_le", "fichier");
    }

    void referencing() {
        add(PROOFS, CITES);
    }

    void level(LevelCheck check) {
        add(LevelCheck.REGISTER, "objectif", "voix", "niveau");
        switch (check.defect()) {
            case SANS_PREUVE -> add(LevelCheck.REGISTER, "preuves");
            case SOUS_CIBLE -> add(LevelCheck.REGISTER, "cible");
            case ANCIEN -> add(LevelCheck.REGISTER, "evalue_le");
            case NON_EVALUE, SOUS_MINIMUM, DIVERGENCE, VOIX_INSUFFISANTES -> {}
        }
    }

    void coverage(CoverageCheck check) {
        CoverageCheck.From from = check.from();
        rows(from.register(), from.when(), null, from.key(), from.first());
        moment(from.register(), check.windowStart());
        moment(from.register(), check.windowEnd());
        for (CoverageCheck.By by : check.by()) {
            rows(by.register(), by.when(), null, by.key(), by.start());
            add(by.register(), by.end());
        }
    }

    void continuity(ContinuityCheck check) {
        rows(check.register(), check.when(), null, List.of(), check.person());
        moment(check.register(), check.start());
        moment(check.register(), check.defaultStart());
        moment(check.register(), check.end());
        cover(check.cover());
    }

    void monthly(MonthlyShareCheck check) {
        for (MonthlyShareCheck.Population source : check.population()) {
            rows(source.register(), source.when(), null, List.of(), source.person());
            add(source.register(), source.month(), source.start(), source.end());
        }
        MonthlyShareCheck.Known known = check.known();
        if (known != null) {
            add(known.register(), known.person());
        }
        cover(check.cover());
        keys(check);
    }

    private void cover(Cover cover) {
        add(cover.register(), cover.person());
        addAll(cover.register(), cover.starts());
        addAll(cover.register(), cover.ends());
        when(cover.register(), cover.reserve());
    }

    void among(AnyOfCheck check) {
        for (Check one : check.among()) {
            CheckKinds.reads(one, this);
        }
    }
}
