package fr.cedre.referential;

import fr.cedre.check.Check;
import fr.cedre.dossier.Field;
import fr.cedre.dossier.RegisterSchema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

        /** A check. */
        void control(Control topic) throws X;

        /** Anything that a few lines explain. */
        void note(Note topic) throws X;
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

    /**
     * A check, with every specification that runs it.
     *
     * @param referential where it was found
     * @param id its identifier
     * @param uses specifications and their checks of that name, in order
     */
    record Control(Referential referential, String id, List<Use> uses) implements Topic {
        /** Copies the list. */
        public Control {
            uses = List.copyOf(uses);
        }

        /** A specification and its check. */
        public record Use(Specification specification, Check check) {}

        @Override
        public <X extends Exception> void accept(Visitor<X> visitor) throws X {
            visitor.control(this);
        }
    }

    /**
     * A chapter, a document of the catalogue, a parameter, a key of {@code structure.yaml}, a reading, a word of the reports, a type.
     *
     * @param referential where it was found, or the one that was asked for
     * @param nature which of these, as outputs name it
     * @param code what it is called
     * @param title title
     * @param texts what it is, one paragraph each
     * @param facts short facts by label, in order
     * @param heading what the specifications have to do with it
     * @param specifications specifications it is about
     */
    record Note(
            Referential referential,
            String nature,
            String code,
            String title,
            List<String> texts,
            Map<String, String> facts,
            String heading,
            List<Specification> specifications)
            implements Topic {
        /** Copies the collections. */
        public Note {
            texts = List.copyOf(texts);
            facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
            specifications = List.copyOf(specifications);
        }

        @Override
        public <X extends Exception> void accept(Visitor<X> visitor) throws X {
            visitor.note(this);
        }
    }
}
