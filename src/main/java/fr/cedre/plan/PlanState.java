package fr.cedre.plan;

import fr.cedre.dossier.ValueParser;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a gap stands, as the last control saw it. */
public enum PlanState {
    /** Found. */
    OUVERT("ouvert", "ouvert"),
    /** Found again after it had gone. */
    ROUVERT("rouvert", "rouvert"),
    /** No longer found, but nothing proves that it is gone. */
    A_VERIFIER("à vérifier", "a_verifier"),
    /** Gone. */
    LEVE("levé", "leve");

    private final String word;
    private final String code;

    PlanState(String word, String code) {
        this.word = word;
        this.code = code;
    }

    /** As written in the plan. */
    public String word() {
        return word;
    }

    /** As written in outputs for programs. */
    public String code() {
        return code;
    }

    /** The state that a cell names, or null. */
    static @Nullable PlanState of(String cell) {
        String wanted = ValueParser.code(cell);
        return Stream.of(values())
                .filter(s -> s.code.equals(wanted))
                .findFirst()
                .orElse(null);
    }
}
