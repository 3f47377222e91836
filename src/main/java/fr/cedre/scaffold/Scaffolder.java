package fr.cedre.scaffold;

import fr.cedre.check.LevelCheck;
import fr.cedre.dossier.Dictionary;
import fr.cedre.dossier.Evidence;
import fr.cedre.dossier.Period;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.dossier.Structure;
import fr.cedre.problem.Problems;
import fr.cedre.referential.Specification;
import fr.cedre.scaffold.Scaffold.Made;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Begins a folder, or completes one: what exists is left as it is. */
public final class Scaffolder {

    /** Who speaks first in a self-assessment; the others copy its lines. */
    private static final String FIRST_VOICE = "direction";

    private final Dictionary dictionary;

    /** Registers take their columns from the dictionary. */
    public Scaffolder(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** Creates what is missing; with an older folder, what it holds and is still valid. */
    public Scaffold run(Request request, @Nullable Predecessor older) {
        Needs needs = Needs.of(request.referential(), request.types(), dictionary);
        Folder folder = new Folder(request.folder());
        Carrying carrying = older == null ? null : new Carrying(older, request, dictionary);
        String structure = carrying == null ? StructureDraft.text(request, needs, dictionary) : carrying.structure();
        folder.text(Structure.FILE, out -> out.append(structure));
        Sheet proofs = carrying == null ? fresh(needs) : carrying.proofs(needs);
        folder.text(Evidence.FILE, proofs.content());
        if (carrying != null) {
            Sheet judgements = carrying.judgements();
            if (judgements != null) {
                folder.text("jugements.csv", judgements.content());
            }
        }
        if (!needs.objectives().isEmpty()) {
            folder.text(LevelCheck.REGISTER + ".csv", objectives(needs).content());
        }
        for (String register : needs.registers().keySet()) {
            folder.text(
                    Folder.REGISTERS + "/" + register + ".csv",
                    headers(register, request.types().size() > 1).content());
        }
        String name = request.name() != null
                ? request.name()
                : older == null ? "Votre dossier de preuves" : older.structure().name();
        String guide = new Guide(request, needs, dictionary).text(name);
        folder.text(Guide.FILE, out -> out.append(guide));
        if (carrying != null) {
            carrying.files().forEach(folder::copy);
        }
        List<Made> made = folder.write();
        List<String> notes = new ArrayList<>();
        boolean kept = made.stream().anyMatch(m -> m.file().equals(Structure.FILE) && !m.created());
        if (kept) {
            notes.addAll(otherTypes(request));
        }
        return new Scaffold(
                request.folder(),
                request.types(),
                request.referential(),
                request.day(),
                made,
                kept ? List.of() : StructureDraft.marked(structure),
                needs,
                carrying == null ? null : carrying.result(made),
                notes);
    }

    private Sheet fresh(Needs needs) {
        List<String> columns = columns(dictionary.get("preuves"), false);
        Sheet sheet = new Sheet();
        sheet.add(columns);
        for (Map<String, String> row : Proofs.toFill(needs, Set.of(), Set.of())) {
            sheet.add(columns.stream().map(c -> row.getOrDefault(c, "")).toList());
        }
        return sheet;
    }

    private Sheet objectives(Needs needs) {
        List<String> columns = columns(dictionary.get(LevelCheck.REGISTER), false);
        Sheet sheet = new Sheet();
        sheet.add(columns);
        for (Specification objective : needs.objectives()) {
            Map<String, String> row = Map.of("objectif", objective.id(), "voix", FIRST_VOICE);
            sheet.add(columns.stream().map(c -> row.getOrDefault(c, "")).toList());
        }
        return sheet;
    }

    private Sheet headers(String register, boolean types) {
        Sheet sheet = new Sheet();
        sheet.add(columns(dictionary.get(register), types));
        return sheet;
    }

    /** The columns of a register; the type of structure only where there are several. */
    static List<String> columns(RegisterSchema schema, boolean types) {
        return schema.columnNames().stream()
                .filter(c -> types || !c.equals(RegisterSchema.TYPE_COLUMN))
                .toList();
    }

    /** A structure that stood there may say other types than those asked for. */
    private static List<String> otherTypes(Request request) {
        Path file = request.folder().resolve(Structure.FILE);
        try {
            Structure there = Structure.read(Structure.decode(Files.readAllBytes(file)), new Problems())
                    .orElse(null);
            if (there != null && !Set.copyOf(there.types()).equals(Set.copyOf(request.types()))) {
                return List.of("structure.yaml, qui était déjà là, dit « types: ["
                        + StructureDraft.types(there.types()) + "] », et ce qui vient d'être créé est prévu pour "
                        + StructureDraft.types(request.types())
                        + " : corrigez « types » dans structure.yaml, ou supprimez ce"
                        + " qui vient d'être créé et relancez avec l'autre --type.");
            }
        } catch (IOException e) {
            // the control says that it cannot be read
        }
        return List.of();
    }

    /** The period a control of that day looks at. */
    static Period period(Request request) {
        return Period.yearBefore(request.day());
    }
}
