package fr.cedre.cli;

/** Exit codes (contrat § 7); scripts rely on them. */
final class ExitCode {

    /** Nothing above the threshold. */
    static final int OK = 0;

    /** Gaps at the threshold or above. */
    static final int GAPS = 1;

    /** Usage, folder or referential that cannot be read. */
    static final int UNUSABLE = 2;

    /** Defect of cedre itself. */
    static final int DEFECT = 3;

    private ExitCode() {}
}
