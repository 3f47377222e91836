package fr.cedre.deadline;

import fr.cedre.check.Parameter;
import fr.cedre.check.RowLanguage;
import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.Duration;
import fr.cedre.dossier.Field;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.problem.CedreException;
import fr.cedre.problem.Location;
import fr.cedre.problem.NearestName;
import fr.cedre.problem.Problem;
import fr.cedre.problem.Problems;
import fr.cedre.referential.Library;
import fr.cedre.yaml.YamlNode;
import fr.cedre.yaml.YamlObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What {@code echeances.yaml} says: how long things take to renew, and which rows of the registers are deadlines. Refused whole when a part of it cannot be
 * understood: a deadline silently skipped would be missed.
 */
public final class DeadlineRules {

    /** What {@code renouvellements} must give, one time each. */
    public static final List<String> KINDS =
            List.of("certificat", "audit", "document", "financement", "non_applicabilite", "jugement", "controle");

    private static final String ALERT = "alerte_certificat";

    private final Map<String, Duration> renewals = new LinkedHashMap<>();
    private final Map<String, Duration> documents = new LinkedHashMap<>();
    private final List<RegisterEntry> entries = new ArrayList<>();
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, Parameter> named = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Dictionary dictionary;

    private DeadlineRules(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** The user's rules ({@code --referentiels}), else those that come with the program. */
    public static DeadlineRules read(Library library, Dictionary dictionary) {
        return read(library.deadlines(library.deadlineFile(), Library.DEADLINES), Library.DEADLINES, dictionary);
    }

    /**
     * Reads a tree; throws a {@link CedreException} that lists every defect.
     *
     * @param file file name, for messages
     */
    public static DeadlineRules read(YamlNode root, String file, Dictionary dictionary) {
        Problems problems = new Problems();
        DeadlineRules rules = new DeadlineRules(dictionary);
        if (root instanceof YamlNode.Mapping mapping) {
            rules.read(YamlObject.strict(mapping, file, problems));
        } else {
            problems.add(Problem.unusable(
                    Location.of(file), "des lignes « clé: valeur » sont attendues (renouvellements, echeances…)"));
        }
        List<Problem> all = problems.sorted();
        if (!all.isEmpty()) {
            throw new CedreException("Le fichier d'échéances " + file + " contient des erreurs.", all);
        }
        return rules;
    }

    /** Every value of the project it rests on, in the order of the file. */
    public List<Parameter> parameters() {
        return List.copyOf(parameters.values());
    }

    /** How many kinds of rows are deadlines. */
    public int size() {
        return entries.size();
    }

    /** The specifications that its entries cite: identifiers by referential. */
    public Map<String, Set<String>> cited() {
        Map<String, Set<String>> cited = new TreeMap<>();
        for (RegisterEntry entry : entries) {
            entry.specifications()
                    .forEach((referential, id) -> cited.computeIfAbsent(referential, key -> new TreeSet<>())
                            .add(id));
        }
        return cited;
    }

    /** How long a kind of {@link #KINDS} takes to renew. */
    Duration renewal(String kind) {
        Duration renewal = renewals.get(kind);
        if (renewal == null) {
            throw new IllegalStateException("renouvellement inconnu : " + kind);
        }
        return renewal;
    }

    /** How long a document of a nature takes to renew. */
    Duration document(String nature) {
        Duration own = documents.get(nature);
        return own == null ? renewal("document") : own;
    }

    List<RegisterEntry> entries() {
        return List.copyOf(entries);
    }

    private void read(YamlObject root) {
        root.namedObjects("parametres").forEach((name, o) -> {
            Parameter parameter = new Parameter(name, o.requiredText("valeur"), why(o), null);
            named.put(name, parameter);
            parameters.put(name, parameter);
            o.close();
        });
        YamlObject times = root.object("renouvellements").orElse(null);
        if (times == null) {
            root.error("renouvellements", "« renouvellements » manque : " + String.join(", ", KINDS));
        } else {
            for (String kind : KINDS) {
                YamlObject o = times.object(kind).orElse(null);
                if (o == null) {
                    times.error(kind, "« " + kind + " » manque : une « duree » et son « pourquoi »");
                } else {
                    renewals.put(kind, time(o, "renouvellement_" + kind));
                }
            }
            times.close();
        }
        root.namedObjects("documents")
                .forEach((nature, o) ->
                        documents.put(nature, time(o, "renouvellement_document_" + nature.replace('-', '_'))));
        Set<String> codes = new HashSet<>(KINDS);
        codes.add(ALERT);
        for (YamlObject o : root.objects("echeances")) {
            RegisterEntry entry = entry(o);
            entries.add(entry);
            if (!codes.add(entry.code())) {
                o.error("code", "« " + entry.code() + " » désigne déjà d'autres échéances");
            }
        }
        for (String name : named.keySet()) {
            if (!used.contains(name)) {
                root.error("parametres", "paramètre « " + name + " » écrit, mais aucune échéance ne l'emploie");
            }
        }
        root.close();
    }

    private static String why(YamlObject o) {
        String why = o.requiredText("pourquoi");
        if (why.isEmpty() && o.has("pourquoi")) {
            o.error("pourquoi", "« pourquoi » est vide : dire d'où vient cette valeur");
        }
        return why;
    }

    private Duration time(YamlObject o, String name) {
        Duration duration = duration(new RowLanguage(o, dictionary, named), o, "duree");
        parameters.put(name, new Parameter(name, duration.toString(), why(o), null));
        o.close();
        return duration;
    }

    private Duration duration(RowLanguage words, YamlObject o, String key) {
        if (!o.has(key)) {
            o.error(key, "« " + key + " » manque : une durée, par exemple « 2 mois »");
            return new Duration(0, Duration.Unit.JOUR);
        }
        Duration duration = words.duration(o, key);
        used.addAll(words.used());
        return duration;
    }

    private RegisterEntry entry(YamlObject o) {
        RowLanguage words = new RowLanguage(o, dictionary, named);
        String code = o.requiredText("code");
        if (!code.isEmpty() && !code.matches("[a-z][a-z0-9_]*")) {
            o.error("code", "un code en minuscules et « _ » est attendu");
        }
        RegisterSchema schema = words.register(o);
        Duration renewal = duration(words, o, "renouvellement");
        parameters.put(
                "renouvellement_" + code, new Parameter("renouvellement_" + code, renewal.toString(), why(o), null));
        String lastBy = o.has("dernier_par") ? words.column(o, "dernier_par", schema) : null;
        if (lastBy != null && !schema.field(lastBy).printable()) {
            o.error("dernier_par", "« " + lastBy + " » est un texte libre : un identifiant ou un code est attendu");
        }
        RegisterEntry entry = new RegisterEntry(
                code,
                schema.name(),
                words.date(o, "date", schema),
                words.condition(o, "si", schema),
                words.label(o, "intitule", schema),
                renewal,
                yes(o, "a_venir"),
                yes(o, "individuelle"),
                lastBy,
                orderBy(o, words, schema, lastBy),
                except(o, words, schema),
                o.namedTexts("specifications"));
        used.addAll(words.used());
        o.close();
        return entry;
    }

    private static @Nullable String orderBy(
            YamlObject o, RowLanguage words, RegisterSchema schema, @Nullable String lastBy) {
        if (!o.has("dernier_selon")) {
            return null;
        }
        String column = words.column(o, "dernier_selon", schema);
        if (lastBy == null) {
            o.error("dernier_selon", "« dernier_selon » ne s'emploie qu'avec « dernier_par »");
        } else if (schema.field(column).type() != Field.Type.DATE) {
            o.error("dernier_selon", "« " + column + " » n'est pas une date");
        }
        return column;
    }

    private static boolean yes(YamlObject o, String key) {
        String text = o.text(key).orElse("non");
        if (!text.equals("oui") && !text.equals("non") && !text.equals("true") && !text.equals("false")) {
            o.error(key, "oui ou non est attendu" + NearestName.hint(text, List.of("oui", "non")));
        }
        return text.equals("oui") || text.equals("true");
    }

    private static RegisterEntry.@Nullable Except except(YamlObject o, RowLanguage words, RegisterSchema schema) {
        YamlObject block = o.object("sauf").orElse(null);
        if (block == null) {
            return null;
        }
        RegisterSchema other = words.register(block);
        RegisterEntry.Except except = new RegisterEntry.Except(
                other.name(),
                words.column(block, "cle", other),
                words.column(block, "cle_ligne", schema),
                words.condition(block, "si", other));
        block.close();
        return except;
    }
}
