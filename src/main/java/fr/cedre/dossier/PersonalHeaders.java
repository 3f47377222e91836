package fr.cedre.dossier;

import java.util.Set;

/** Headers that announce personal data no rule needs; their content is never read, their name never repeated. */
final class PersonalHeaders {

    private static final Set<String> WORDS = Set.of(
            "nom",
            "noms",
            "prenom",
            "prenoms",
            "nir",
            "secu",
            "email",
            "mail",
            "courriel",
            "telephone",
            "tel",
            "portable",
            "adresse",
            "naissance",
            "civilite",
            "iban",
            "rib");

    private PersonalHeaders() {}

    static boolean isPersonal(String header) {
        String code = ValueParser.code(header);
        if (code.contains("securite_sociale") || code.contains("numero_ss")) {
            return true;
        }
        for (String word : code.split("[_.]", -1)) {
            if (WORDS.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
