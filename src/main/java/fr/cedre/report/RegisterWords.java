package fr.cedre.report;

import fr.cedre.check.Check;
import fr.cedre.dossier.Field;
import fr.cedre.dossier.RegisterSchema;
import fr.cedre.referential.Referential;
import fr.cedre.referential.Specification;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A register and its columns in words, and who reads them. */
final class RegisterWords {

    private RegisterWords() {}

    /** A specification and those of its checks that read something. */
    record Reader(Specification specification, List<String> checks) {}

    /** What to write in a column. */
    static String type(Field field) {
        return switch (field.type()) {
            case STRING ->
                field.codes().isEmpty()
                        ? field.printable() ? "identifiant ou code" : "texte"
                        : "une valeur de la liste";
            case DATE -> "date, jj/mm/aaaa ou aaaa-mm-jj";
            case YEARMONTH -> "mois, aaaa-mm";
            case NUMBER -> field.nonNegative() ? "nombre, zéro ou plus" : "nombre";
            case INTEGER -> field.nonNegative() ? "nombre entier, zéro ou plus" : "nombre entier";
            case BOOLEAN -> "oui ou non";
            case LIST -> field.codes().isEmpty() ? "liste" : "une ou plusieurs valeurs de la liste";
        };
    }

    /** What an absent or empty register means. */
    static String empty(RegisterSchema schema) {
        return schema.events()
                ? "un registre sans ligne est normal : rien n'est arrivé"
                : "un registre absent ou sans ligne laisse des contrôles à examiner";
    }

    /** What else a person who fills the column should know. */
    static List<String> notes(Field field, RegisterSchema schema) {
        List<String> notes = new ArrayList<>();
        if (field.unique()) {
            notes.add("deux lignes ne peuvent pas porter la même valeur");
        }
        String target = schema.foreignKeys().get(field.name());
        if (target != null) {
            notes.add("renvoie à " + target + " : l'identifiant doit y être");
        }
        if (field.time() == Field.Time.FAIT) {
            notes.add("date d'un fait : après le jour de l'audit, elle compte comme vide");
        }
        if (field.trace()) {
            notes.add("trace : « non », « néant » ou « aucun » comptent comme vide");
        }
        if (field.person()) {
            notes.add("désigne une personne : y mettre un code ; un nom est masqué dans les rapports");
        } else if (!field.printable()) {
            notes.add("texte libre : il n'apparaît jamais dans un rapport");
        }
        return notes;
    }

    /** The specifications of a referential whose checks read a register, or one of its columns. */
    static List<Reader> readers(Referential referential, String register, @Nullable String column) {
        List<Specification> all = new ArrayList<>(referential.scope());
        all.addAll(referential.specifications());
        List<Reader> readers = new ArrayList<>();
        for (Specification specification : all) {
            List<String> checks = new ArrayList<>();
            for (Check check : CheckWords.checks(specification, referential).keySet()) {
                Set<String> columns = CheckReads.of(check).columns().get(register);
                if (columns != null && (column == null || columns.contains(column))) {
                    checks.add(check.head().id());
                }
            }
            if (!checks.isEmpty()) {
                readers.add(new Reader(specification, checks.stream().distinct().toList()));
            }
        }
        return readers;
    }
}
