package fr.cedre.dossier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Keeps personal data out of reports: evidence concerns vulnerable people. An identifier that is a social-security number or looks like a name is
 * shown as a short stable pseudonym, so that the identity of a gap survives without its content.
 */
public final class Privacy {

    private Privacy() {}

    /**
     * The identifier itself, or a pseudonym when it looks personal.
     *
     * @param person true when the column identifies a person; elsewhere (a partner, a document) words are not taken for a name
     */
    public static String mask(String identifier, boolean person) {
        return looksPersonal(identifier, person) ? pseudonym(identifier) : identifier;
    }

    /** True for a social-security number, and where a person is identified, for an e-mail address or words made of letters only. */
    public static boolean looksPersonal(String text, boolean person) {
        return isSocialSecurityNumber(text) || (person && (isEmail(text) || isFullName(text)));
    }

    /** 13 or 15 digits (2A and 2B for Corsica), first digit 1, 2, 3, 4, 7 or 8, and a plausible month. */
    public static boolean isSocialSecurityNumber(String text) {
        int length = text.length();
        if (length < 13 || length > 25) {
            return false;
        }
        StringBuilder digits = new StringBuilder(15);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if ((c >= '0' && c <= '9') || c == 'A' || c == 'B' || c == 'a' || c == 'b') {
                digits.append(Character.toUpperCase(c));
            } else if (c != ' ' && c != '.' && c != '-' && c != '\u00a0' && c != '\u202f') {
                return false;
            }
        }
        if ((digits.length() != 13 && digits.length() != 15) || "123478".indexOf(digits.charAt(0)) < 0) {
            return false;
        }
        String number = digits.toString();
        if (number.startsWith("2A", 5) || number.startsWith("2B", 5)) {
            number = number.substring(0, 6) + '0' + number.substring(7);
        }
        for (int i = 0; i < number.length(); i++) {
            if (!Character.isDigit(number.charAt(i))) {
                return false;
            }
        }
        int month = Integer.parseInt(number.substring(3, 5));
        // A typing error in the key makes a number no less personal: with fifteen digits the shape is enough. Thirteen
        // digits may
        // also be a date and a counter, so months above 42, which the national file uses when a birth month is unknown,
        // are left out.
        return (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || (month >= 50 && number.length() == 15);
    }

    private static boolean isEmail(String text) {
        int at = text.indexOf('@');
        return at > 0 && text.indexOf('.', at) > at;
    }

    private static boolean isFullName(String text) {
        int words = 0;
        boolean inWord = false;
        int wordLength = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c) || c == '-' || c == '\'' || c == '’') {
                wordLength++;
                if (!inWord) {
                    inWord = true;
                    words++;
                }
            } else if (c == ' ' || c == '\u00a0') {
                if (inWord && wordLength < 2) {
                    return false;
                }
                inWord = false;
                wordLength = 0;
            } else {
                return false;
            }
        }
        return words >= 2 && words <= 5;
    }

    /** A short stable stand-in, that does not let the text be read. */
    static String pseudonym(String identifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(identifier.strip().getBytes(StandardCharsets.UTF_8));
            return "masqué-" + HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
