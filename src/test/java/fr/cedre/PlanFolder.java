package fr.cedre;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder without gap, in which minutes of meetings (6.2.B2) and proofs come and go, and its plan. */
abstract class PlanFolder {

    protected static final String DATE = "2026-11-21";
    protected static final String CHECK = "compte-rendu-absent";

    @TempDir
    protected Path temp;

    protected Path folder;
    protected Path plan;
    protected Path previous;

    @BeforeEach
    void build() throws IOException {
        folder = Folders.copy(CaseFolder.BASES.resolve("ai"), temp.resolve("dossier"));
        plan = folder.resolve("plan-actions.csv");
        previous = folder.resolve("plan-actions.precedent.csv");
    }

    /** Removes the minutes of some meetings (a gap each). */
    protected void spoil(String... meetings) throws IOException {
        for (String meeting : meetings) {
            minutes(meeting, "CR-" + meeting, "");
        }
    }

    /** Gives them back. */
    protected void mend(String... meetings) throws IOException {
        for (String meeting : meetings) {
            minutes(meeting, "", "CR-" + meeting);
        }
    }

    private void minutes(String meeting, String before, String after) throws IOException {
        String text = Files.readString(regulations());
        String changed = text.replaceFirst("(?m)^(" + meeting + ";.*;)" + before + "$", "$1" + after);
        if (changed.equals(text)) {
            throw new AssertionError("no meeting " + meeting + " with « " + before + " »");
        }
        Files.writeString(regulations(), changed);
    }

    protected Path regulations() {
        return folder.resolve("registres/regulations.csv");
    }

    protected CedreRunner.Result plan(String... options) {
        return planOn(DATE, options);
    }

    protected CedreRunner.Result planOn(String date, String... options) {
        return run(folder, date, options);
    }

    protected static CedreRunner.Result run(Path on, String date, String... options) {
        List<String> args = new ArrayList<>(List.of("plan", on.toString(), "--date", date));
        args.addAll(List.of(options));
        return CedreRunner.run(args);
    }

    protected Spreadsheet sheet() throws IOException {
        return Spreadsheet.open(plan);
    }

    /** The row of a meeting, whatever became of its text. */
    protected int row(Spreadsheet sheet, String meeting) {
        return sheet.row("identite", identity(meeting));
    }

    /** The identity of the gap of a meeting, computed here. */
    protected static String identity(String meeting) {
        return identity("6.2.B2", CHECK, meeting);
    }

    protected static String identity(String specification, String check, String object) {
        try {
            byte[] hash = java.security.MessageDigest.getInstance("SHA-256")
                    .digest((check + "\n" + object).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return specification + "#" + java.util.HexFormat.of().formatHex(hash, 0, 4);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A cell of the row of a meeting, in the plan on the disk. */
    protected String cell(String meeting, String column) throws IOException {
        Spreadsheet sheet = sheet();
        return sheet.get(row(sheet, meeting), column);
    }

    /** Writes in a cell of the row of a meeting. */
    protected void write(String meeting, String column, String text) throws IOException {
        Spreadsheet sheet = sheet();
        sheet.set(row(sheet, meeting), column, text).save(plan);
    }

    protected static String flat(CedreRunner.Result result) {
        return result.out().replaceAll("\\s+", " ");
    }

    protected byte[] bytes() throws IOException {
        return Files.readAllBytes(plan);
    }
}
