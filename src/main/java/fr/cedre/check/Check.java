package fr.cedre.check;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A declarative check, as written in a referential. A kind is a record; its way of running stands in the method of that record, so that a new kind
 * cannot be forgotten anywhere.
 */
public sealed interface Check
        permits AnyOfCheck,
                CadenceCheck,
                CertificateCheck,
                ContinuityCheck,
                CoverageCheck,
                DocumentCheck,
                DuplicateCheck,
                FieldCheck,
                IncreaseCheck,
                LevelCheck,
                MonthlyShareCheck,
                PresenceCheck,
                ReferencingCheck,
                RowCheck,
                ShareCheck,
                ThemesCheck,
                UniformityCheck {

    /** Id, types, level, message… */
    CheckHead head();

    /** Ids its findings bear: its own, and that of a variant (late rather than absent). */
    default Set<String> ids() {
        return Set.of(head().id());
    }

    /** Registers whose rows it reads; they also count as evidence for the specification. */
    Set<String> registers();

    /** True when a gap is proven by the rows read alone, whatever else the register holds; false when it is the absence of something. */
    default boolean gapsStandAlone() {
        return false;
    }

    /** Registers without whose rows it finds nothing at all: once they are emptied, its silence proves nothing. */
    default Set<String> subjects() {
        return Set.of();
    }

    /** True when each finding is about one row, person or document; false when a whole register is judged at once. */
    default boolean byRow() {
        return false;
    }

    /** Nature of the document it looks for, or null: proofs of that nature concern the specification without citing it. */
    default @Nullable String documentNature() {
        return null;
    }

    /** Paths of {@code structure.yaml} that are evidence when they are filled. */
    default Set<String> fields() {
        return Set.of();
    }

    /** Paths of {@code structure.yaml} that it reads, for itself or to know what to expect; conditions aside. */
    default Set<String> keys() {
        return fields();
    }

    /** True when it is about the certificate, not about proofs. */
    default boolean onCertificate() {
        return false;
    }

    /** True when being met is a matter of time: it can say until when ({@code echeance}). */
    default boolean ages() {
        return false;
    }

    /** Starts a run; rows are then streamed to it once. */
    CheckRun start(RunContext context);
}
