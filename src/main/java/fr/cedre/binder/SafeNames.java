package fr.cedre.binder;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names for files that must open on any system, from a key formatted anywhere: what Windows forbids (reserved devices, signs, a final dot) is
 * replaced, accents are composed, no two names differ by case alone, and each stays short enough for a path of 260 characters.
 */
final class SafeNames {

    /** With the folders above, far from the 260 characters of a Windows path and from the 255 bytes of a Linux name. */
    private static final int MOST = 80;

    private static final int MOST_EXTENSION = 12;

    /** Microsoft's list of reserved device names; the superscript digits are reserved too. */
    private static final Pattern RESERVED =
            Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|com[0-9¹²³]|lpt[0-9¹²³])( *\\..*)?");

    private final Set<String> taken = new HashSet<>();

    /** A name for one file or folder, recognisable, possibly not unique. */
    static String of(String text) {
        StringBuilder name = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> name.appendCodePoint(safe(c)));
        String plain = name.toString().strip();
        if (plain.startsWith(".")) {
            plain = "_" + plain.substring(1); // hidden elsewhere than on Windows
        }
        plain = cut(plain);
        while (plain.endsWith(".") || plain.endsWith(" ")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        if (plain.isEmpty()) {
            return "_";
        }
        return RESERVED.matcher(plain).matches() ? "_" + plain : plain;
    }

    private static int safe(int c) {
        int kind = Character.getType(c);
        boolean unseen = kind == Character.CONTROL
                || kind == Character.FORMAT
                || kind == Character.SURROGATE
                || kind == Character.UNASSIGNED
                || kind == Character.PRIVATE_USE
                || c == 0xFFFD;
        if (Character.isSpaceChar(c) && kind == Character.SPACE_SEPARATOR) {
            return ' ';
        }
        return unseen || Character.isSpaceChar(c) || "<>:\"/\\|?*".indexOf(c) >= 0 ? '_' : c;
    }

    private static String cut(String name) {
        if (name.length() <= MOST) {
            return name;
        }
        String extension = extension(name);
        int end = MOST - extension.length();
        if (Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end).strip() + extension;
    }

    /** {@code .pdf}, or nothing when what follows the last dot is no extension. */
    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        boolean short_ = dot > 0 && name.length() - dot <= MOST_EXTENSION && name.indexOf(' ', dot) < 0;
        return short_ ? name.substring(dot) : "";
    }

    /** The path, or the same with a number before its extension when one like it is taken. */
    String unique(String folder, String name) {
        String extension = extension(name);
        String stem = name.substring(0, name.length() - extension.length());
        String path = folder + name;
        for (int n = 2; !taken.add(key(path)); n++) {
            path = folder + stem + " (" + n + ")" + extension;
        }
        return path;
    }

    /** Systems that do not see case fold it each in its way: both ways are tried. */
    private static String key(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
