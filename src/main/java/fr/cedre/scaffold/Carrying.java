package fr.cedre.scaffold;

import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.Evidence;
import fr.cedre.dossier.Judgement;
import fr.cedre.dossier.RegisterInfo;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.scaffold.Scaffold.Carried;
import fr.cedre.scaffold.Scaffold.Left;
import fr.cedre.scaffold.Scaffold.Made;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What goes from an older folder to a new one: its structure, the proofs and judgements that still hold, and the files those proofs cite. No register
 * does: they tell of people, and of another year.
 */
final class Carrying {

    private static final String JUDGEMENTS = "jugements.csv";

    /** Parts of a folder that are no document, whatever a proof cites. */
    private static final Set<String> NOT_DOCUMENTS = Set.of(
            "structure.yaml",
            "groupe.yaml",
            "preuves.csv",
            "jugements.csv",
            "autoevaluation.csv",
            "plan-actions.csv",
            "plan-actions.precedent.csv",
            "registres",
            "historique");

    private final Predecessor older;
    private final Dictionary dictionary;
    private final Request request;
    private final StructureCarry structure;
    private final String structureText;
    private final List<Left> left = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();
    private final Map<String, Path> files = new LinkedHashMap<>();
    private int proofs;
    private int judgements;

    Carrying(Predecessor older, Request request, Dictionary dictionary) {
        this.older = older;
        this.dictionary = dictionary;
        this.request = request;
        this.structure = new StructureCarry(older, request);
        this.structureText = structure.text();
    }

    String structure() {
        return structureText;
    }

    /** Files to copy, by the path they are to have. */
    Map<String, Path> files() {
        return files;
    }

    /** The proofs that still hold, then a line to fill for each document that none of them covers. */
    Sheet proofs(Needs needs) {
        Rows rows = rows("preuves", Evidence.FILE);
        Sheet sheet = new Sheet();
        sheet.add(rows.columns());
        Set<String> covered = new TreeSet<>();
        Set<String> taken = new TreeSet<>();
        for (Evidence proof : older.dossier().evidence()) {
            Map<String, String> row = rows.byLine().get(proof.line());
            String why = row == null ? "la ligne n'a pas été retrouvée" : refusal(proof, row);
            if (row == null || why != null) {
                left.add(new Left(Evidence.FILE, proof.line(), proof.ref(), String.valueOf(why)));
                continue;
            }
            Map<String, String> carried = new LinkedHashMap<>(row);
            String file = file(proof);
            if (file != null) {
                carried.put("fichier", file);
            }
            if (proof.valid()) {
                proofs++;
            }
            covered.add(proof.nature());
            if (proof.nature().isEmpty()) {
                covered.add(row.getOrDefault("titre", "").strip());
            }
            taken.add(row.getOrDefault("ref", "").strip());
            sheet.add(rows.columns().stream()
                    .map(c -> carried.getOrDefault(c, ""))
                    .toList());
        }
        for (Map<String, String> row : Proofs.toFill(needs, covered, taken)) {
            sheet.add(rows.columns().stream().map(c -> row.getOrDefault(c, "")).toList());
        }
        return sheet;
    }

    /** Why a proof is left behind, or null. */
    private @Nullable String refusal(Evidence proof, Map<String, String> row) {
        if (proof.toFill()) {
            return null; // still to fill
        }
        if (!proof.valid()) {
            return String.join(
                    ", ", proof.defects().stream().map(Evidence.Defect::text).toList());
        }
        String cited = row.getOrDefault("fichier", "").strip();
        if (cited.isEmpty()) {
            return null;
        }
        String file = proof.file();
        if (file == null) {
            return "elle cite un dossier entier : copiez-le vous-même, puis la ligne";
        }
        Path real = older.inside(file);
        return real == null || !isDocument(file) || !isDocument(relative(real))
                ? "elle cite un fichier du contrôle lui-même (registre, description…), qui n'est pas repris"
                : null;
    }

    private static boolean isDocument(String file) {
        String first = file.contains("/") ? file.substring(0, file.indexOf('/')) : file;
        return !NOT_DOCUMENTS.contains(first.toLowerCase(Locale.ROOT));
    }

    private String relative(Path real) {
        try {
            return older.folder().toRealPath().relativize(real).toString().replace('\\', '/');
        } catch (IOException e) {
            return "registres"; // what cannot be placed is no document
        }
    }

    /** Where the file of a proof goes: under documents/, whatever its place was. */
    private @Nullable String file(Evidence proof) {
        String file = proof.file();
        Path real = file == null ? null : older.inside(file);
        if (file == null || real == null) {
            return null;
        }
        String target = file.startsWith(Folder.DOCUMENTS + "/") ? file : Folder.DOCUMENTS + "/" + file;
        for (int again = 2; !real.equals(files.getOrDefault(target, real)); again++) {
            target = Folder.DOCUMENTS + "/" + again + "-" + file.substring(file.lastIndexOf('/') + 1);
        }
        if (!target.equals(file)) {
            changes.add("preuves.csv, " + proof.ref() + " : « " + file + " » est rangé dans documents/.");
        }
        files.put(target, real);
        return target;
    }

    /** The judgements that still hold, or null when there is none. */
    @Nullable
    Sheet judgements() {
        List<Judgement> all = older.dossier().judgements();
        if (all.isEmpty()) {
            return null;
        }
        Rows rows = rows("jugements", JUDGEMENTS);
        Sheet sheet = new Sheet();
        sheet.add(rows.columns());
        for (Judgement judgement : all) {
            Map<String, String> row = rows.byLine().get(judgement.line());
            String why = row == null ? "la ligne n'a pas été retrouvée" : judgement.defectOn(request.day());
            if (row == null || why != null) {
                left.add(new Left(JUDGEMENTS, judgement.line(), judgement.specification(), String.valueOf(why)));
                continue;
            }
            judgements++;
            sheet.add(rows.columns().stream().map(c -> row.getOrDefault(c, "")).toList());
        }
        return judgements == 0 ? null : sheet;
    }

    private Rows rows(String register, String file) {
        RegisterSchema schema = dictionary.get(register);
        Map<String, String> mapping = older.structure().columns().getOrDefault(register, Map.of());
        RegisterInfo info = older.dossier().registers().get(register);
        byte[] bytes = older.bytes(file).orElse(null);
        if (bytes == null || bytes.length == 0) {
            if (info != null && info.present()) {
                changes.add(file + " de l'ancien dossier n'a pas pu être lu : rien n'en est repris.");
            }
            return new Rows(Scaffolder.columns(schema, false), Map.of());
        }
        return Rows.of(bytes, file, schema, mapping);
    }

    /** What was taken up, once files are written. */
    Carried result(List<Made> made) {
        List<String> all = new ArrayList<>(structure.changes());
        all.addAll(changes);
        int copies = 0;
        for (Made one : made) {
            Path source = files.get(one.file());
            if (source != null && one.created()) {
                copies++;
            } else if (source != null && !alike(source, request.folder().resolve(one.file()))) {
                all.add("« " + one.file()
                        + " » était déjà là, différent de celui de l'ancien dossier : il est gardé, à comparer.");
            }
        }
        all.addAll(behind());
        return new Carried(older.folder(), proofs, copies, judgements, left, all);
    }

    private static boolean alike(Path one, Path other) {
        try {
            return Files.mismatch(one, other) < 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** The parts of the older folder that no one takes up but the user. */
    private List<String> behind() {
        List<String> lasting = older.dossier().registers().values().stream()
                .filter(info -> info.present()
                        && !Dictionary.ROOT_FILES.contains(info.schema().name()))
                .filter(info -> info.schema().periodStart().isEmpty())
                .map(info -> info.schema().name() + ".csv")
                .toList();
        boolean any = older.dossier().registers().values().stream()
                .anyMatch(i -> i.present()
                        && !Dictionary.ROOT_FILES.contains(i.schema().name()));
        List<String> said = new ArrayList<>();
        if (any) {
            said.add(
                    "Registres : aucun n'est repris, ils parlent de personnes et de l'année passée. Recopiez ceux que vous"
                            + " prolongez"
                            + (lasting.isEmpty() ? "." : ", sans doute " + String.join(", ", lasting) + "."));
        }
        if (Files.isRegularFile(older.folder().resolve("plan-actions.csv"))) {
            said.add("Plan d'actions : il reste dans l'ancien dossier ; recopiez plan-actions.csv pour le poursuivre.");
        }
        if (Files.isRegularFile(older.folder().resolve("autoevaluation.csv"))) {
            said.add("Auto-évaluation : les niveaux se donnent à nouveau, ils ne sont pas repris.");
        }
        if (Files.isDirectory(older.folder().resolve("historique"))) {
            said.add("Photographies : recopiez historique/ pour que « cedre review » compare à l'an passé.");
        }
        return said;
    }
}
