package fr.cedre.referential;

import fr.cedre.dossier.Field;
import fr.cedre.dossier.RegisterSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that can be explained, with the referential it is read in. */
public sealed interface Topic {

    /** The referential it is read in; for a register, the one whose checks read it. */
    Referential referential();

    /** Explains itself through a visitor, so that no output can forget a kind. */
    <X extends Exception> void accept(Visitor<X> visitor) throws X;

    /** What to do with each kind of topic. */
    interface Visitor<X extends Exception> {
        /** A specification. */
        void requirement(Requirement topic) throws X;

        /** A definition. */
        void term(Term topic) throws X;

        /** A principle. */
        void idea(Idea topic) throws X;

        /** A part of an annex. */
        void item(Item topic) throws X;

        /** A register. */
        void register(Register topic) throws X;

        /** A column. */
        void column(Column topic) throws X;
    }

    /**
     * A specification.
     *
     * @param referential where it was found
     * @param specification specification
     * @param missingFrom the referential that was asked for and does not have it, or null
     * @param relations what correspondences say of it
     */
    record Requirement(
            Referential referential,
            Specification specification,
            @Nullable String missingFrom,
            List<Relation> relations)
            implements Topic {
        /** Copies the list. */
        public Requirement {
            relations = List.copyOf(relations);
        }

        @Override
        public <X extends Exception> void accept(Visitor<X> visitor) throws X {
            visitor.requirement(this);
        }
    }

    /**
     * A definition of the glossary.
     *
     * @param referential where it was found
     * @param definition definition
     * @param missingFrom the referential that was asked for and does not have it, or null
     */
    record Term(
            Referential referential,
            Definition definition,
            @Nullable String missingFrom) implements Topic {
        @Override
        public <X extends Exception> void accept(Visitor<X> visitor) throws X {
            visitor.term(this);
        }
    }

    /** A principle, stated without verdict. */
    record Idea(Referential referential, Principle principle) implements Topic {
        @Override
        public <X extends Exception> void accept(Visitor<X> visitor) throws X {
            visitor.idea(this);
        }
    }

    /** A part of an annex: a type of engagement, a trajectory. */
    record Item(Referential referential, Annex annex, Annex.Part part) implements Topic {
        @Override
        public <X extends Exception> void accept(Visitor<X> visitor) throws X {
            visitor.item(this);
        }
    }

    /** A register. */
    record Register(Referential referential, RegisterSchema schema) implements Topic {
        @Override
        public <X extends Exception> void accept(Visitor<X> visitor) throws X {
            visitor.register(this);
        }
    }

    /** A column of a register. */
    record Column(Referential referential, RegisterSchema schema, Field field) implements Topic {
        @Override
        public <X extends Exception> void accept(Visitor<X> visitor) throws X {
            visitor.column(this);
        }
    }
}
