package fr.cedre.referential;

import fr.cedre.dossier.StructureType;
import fr.cedre.problem.CedreException;
import fr.cedre.problem.Location;
import fr.cedre.problem.NearestName;
import fr.cedre.problem.Problem;
import fr.cedre.problem.Problems;
import fr.cedre.yaml.YamlNode;
import fr.cedre.yaml.YamlObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a file of correspondences; refuses it whole, with every place, when a line cannot be understood. */
public final class CorrespondenceReader {

    private CorrespondenceReader() {}

    /** Reads a tree; throws a {@link CedreException} that lists every defect. */
    public static Correspondence read(YamlNode node, String file) {
        Problems problems = new Problems();
        if (!(node instanceof YamlNode.Mapping mapping)) {
            throw new CedreException(
                    "La correspondance " + file + " est illisible.",
                    List.of(Problem.unusable(
                            Location.of(file), "des lignes « clé: valeur » sont attendues (de, vers, lignes…)")));
        }
        YamlObject root = YamlObject.strict(mapping, file, problems);
        List<Correspondence.Line> lines = new ArrayList<>();
        for (YamlObject o : root.objects("lignes")) {
            lines.add(line(o));
        }
        Correspondence read = new Correspondence(
                root.requiredText("de"),
                root.requiredText("vers"),
                SpecificationReader.provenance(root, "provenance"),
                root.requiredText("notice"),
                file,
                root.texts("reunit"),
                lines);
        if (read.lines().isEmpty() && read.united().isEmpty()) {
            root.error("lignes", "« lignes » manque, ou « reunit » pour réunir d'autres correspondances");
        }
        String expected = read.from() + Correspondence.SEPARATOR + read.to() + ".yaml";
        if (!file.equals(expected) && !file.endsWith("/" + expected)) {
            root.error("de", "le fichier doit s'appeler « " + expected + " », d'après « de » et « vers »");
        }
        root.close();
        if (!problems.sorted().isEmpty()) {
            throw new CedreException("La correspondance " + file + " contient des erreurs.", problems.sorted());
        }
        return read;
    }

    private static Correspondence.Line line(YamlObject o) {
        Set<StructureType> types = new LinkedHashSet<>(SpecificationReader.typeList(o));
        Fate fate = fate(o);
        Correspondence.Line line = new Correspondence.Line(
                o.texts("de"),
                o.texts("vers"),
                o.texts("en_partie"),
                o.texts("voir"),
                fate == null ? Fate.REFORMULEE : fate,
                types,
                o.requiredText("pourquoi"),
                o.line());
        o.close();
        if (fate != null) {
            shape(o, line);
        }
        return line;
    }

    private static @Nullable Fate fate(YamlObject o) {
        String code = o.requiredText("sort");
        for (Fate fate : Fate.values()) {
            if (fate.code().equals(code)) {
                return fate;
            }
        }
        List<String> codes = Stream.of(Fate.values()).map(Fate::code).toList();
        o.error(
                "sort",
                "sort inconnu « " + code + " »" + NearestName.hint(code, codes) + " ; valeurs admises : "
                        + String.join(", ", codes));
        return null;
    }

    /** What the fate alone says of how many origins and targets the line must have. */
    private static void shape(YamlObject o, Correspondence.Line line) {
        int origins = line.from().size();
        int targets = line.to().size() + line.partly().size();
        String fate = line.fate().code();
        switch (line.fate()) {
            case NOUVELLE -> {
                expect(o, "de", origins == 0, "« nouvelle » n'a pas d'origine : retirer « de », ou changer de sort");
                expect(
                        o,
                        "vers",
                        !line.to().isEmpty() && line.partly().isEmpty(),
                        "« nouvelle » demande « vers » seul");
            }
            case SUPPRIMEE -> {
                expect(o, "de", origins > 0, "« supprimee » demande « de »");
                expect(
                        o,
                        "vers",
                        targets == 0,
                        "« supprimee » n'a pas de suite : retirer « vers » et « en_partie », ou changer de sort");
            }
            case IDENTIQUE -> {
                expect(o, "de", origins == 1, "« identique » demande une seule origine");
                expect(o, "vers", line.to().size() == 1, "« identique » demande une seule cible dans « vers »");
            }
            case REFORMULEE, RENFORCEE, ALLEGEE, DEPLACEE -> {
                expect(o, "de", origins == 1, "« " + fate + " » demande une seule origine");
                expect(o, "vers", targets == 1, "« " + fate + " » demande une seule cible ; plusieurs : « scindee »");
            }
            case SCINDEE -> {
                expect(o, "de", origins == 1, "« scindee » demande une seule origine");
                expect(o, "vers", targets >= 2, "« scindee » demande au moins deux cibles");
            }
            case FUSIONNEE -> {
                expect(o, "de", origins >= 1, "« fusionnee » demande au moins une origine");
                expect(o, "vers", targets == 1, "« fusionnee » demande une seule cible");
            }
        }
        if (line.fate() != Fate.SUPPRIMEE && !line.see().isEmpty()) {
            o.error("voir", "« voir » ne sert qu'avec « supprimee » : écrire « vers » ou « en_partie »");
        }
    }

    private static void expect(YamlObject o, String key, boolean holds, String message) {
        if (!holds) {
            o.error(key, message);
        }
    }
}
