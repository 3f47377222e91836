package fr.cedre.plan;

import fr.cedre.dossier.ValueParser;
import java.util.Set;

/** What people write in {@code preuve_efficacite}: a proof, or only the wait for one. */
final class EffectNote {

    /** Folded, words parted by single spaces. */
    private static final Set<String> NO_PROOF = Set.of(
            "non",
            "aucun",
            "aucune",
            "neant",
            "a faire",
            "a completer",
            "a verifier",
            "a voir",
            "a venir",
            "en cours",
            "en attente",
            "pas encore",
            "non prouve",
            "non prouvee",
            "n a",
            "na",
            "todo",
            "sans objet",
            "x");

    private EffectNote() {}

    /** True when it may count as a proof: some word, and not one that says there is none yet. */
    static boolean proves(String note) {
        String folded = ValueParser.fold(note);
        StringBuilder words = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            if (Character.isLetterOrDigit(c)) {
                words.appendCodePoint(c);
            } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
            i += Character.charCount(c);
        }
        String plain = words.toString().strip();
        return !plain.isEmpty() && !NO_PROOF.contains(plain);
    }
}
