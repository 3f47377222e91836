package fr.cedre.dossier;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values that French spreadsheets write (domain note « données de terrain », § 7): several date forms, decimal commas, spaces of thousands,
 * oui/non… Hand-written because a million rows carry several million dates. Pure functions: the same text always gives the same value.
 */
public final class ValueParser {

    /** Years written with two digits: up to this one they are 20xx, above 19xx. */
    static final int TWO_DIGIT_PIVOT = 50;

    /** Excel day numbers accepted as dates: 1 January 1990 to 31 December 2099. */
    private static final int SERIAL_MIN = 32_874;

    private static final int SERIAL_MAX = 73_050;
    private static final long EXCEL_EPOCH = LocalDate.of(1899, 12, 30).toEpochDay();

    private static final Set<String> YES = Set.of("oui", "o", "vrai", "x", "1", "yes", "true", "✓", "✔");
    private static final Set<String> NO = Set.of("non", "n", "faux", "0", "no", "false");
    private static final Set<String> NOTHING =
            Set.of("non", "n", "faux", "false", "0", "-", "–", "—", "/", "neant", "aucun", "aucune", "sans");
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("janv", 1),
            Map.entry("fevr", 2),
            Map.entry("mars", 3),
            Map.entry("avr", 4),
            Map.entry("mai", 5),
            Map.entry("juin", 6),
            Map.entry("juil", 7),
            Map.entry("aout", 8),
            Map.entry("sept", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12));

    private ValueParser() {}

    /** Removes spaces of every kind around a text. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return start == 0 && end == text.length() ? text : text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\u202f' || c == '\u2007' || c == '\ufeff' || c == '\u200b';
    }

    /** Lower case, without accents; spaces, hyphens and apostrophes become {@code _}: {@code Coup de pouce} → {@code coup_de_pouce}. */
    public static String code(String text) {
        boolean plain = true;
        for (int i = 0; plain && i < text.length(); i++) {
            char c = text.charAt(i);
            plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
        }
        if (plain) {
            return text;
        }
        String folded = fold(trim(text));
        StringBuilder code = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            boolean joint = isSpace(c) || c == '-' || c == '\'' || c == '’' || c == '_';
            if (!joint) {
                code.append(c);
            } else if (code.length() > 0 && code.charAt(code.length() - 1) != '_') {
                code.append('_');
            }
        }
        return code.toString();
    }

    /** Lower case without accents. */
    public static String fold(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT); // nothing to decompose, and the tables of Normalizer are slow to load
        }
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                folded.append(c);
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /**
     * The items of a list cell, as codes, without repeats. Commas, bars, semicolons and line breaks separate; spaces separate too when there is none
     * of them (contrat § 4), so that « espaces verts, ménage » stays two activities.
     */
    static List<String> items(String text, Field field) {
        if (text.isEmpty()) {
            return List.of();
        }
        boolean marked =
                text.indexOf(',') >= 0 || text.indexOf('|') >= 0 || text.indexOf(';') >= 0 || text.indexOf('\n') >= 0;
        boolean splitSpaces = !marked || !field.codes().isEmpty();
        Set<String> items = new LinkedHashSet<>();
        StringBuilder item = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            boolean separator =
                    c == ',' || c == '|' || c == ';' || c == '\n' || c == '\r' || (splitSpaces && isSpace(c));
            if (!separator) {
                item.append(c);
                continue;
            }
            String code = code(item.toString());
            if (!code.isEmpty()) {
                items.add(code);
            }
            item.setLength(0);
        }
        return List.copyOf(items);
    }

    /** The identifiers of a list cell, as written. */
    static List<String> identifiers(String text) {
        List<String> items = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || ",;| \t\n\u000b\f\r\u00a0\u202f".indexOf(text.charAt(i)) >= 0) {
                if (i > start) {
                    items.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return items;
    }

    /** True when a trace cell says that there is nothing: « non », « néant », « - ». */
    public static boolean saysNothing(String text) {
        return text.length() <= 6 && NOTHING.contains(fold(text));
    }

    /** 1, 0, {@link Cell#EMPTY} or {@link Cell#UNREADABLE}. */
    static long bool(String text) {
        if (text.isEmpty()) {
            return Cell.EMPTY;
        }
        String folded = fold(text);
        if (YES.contains(folded)) {
            return 1;
        }
        return NO.contains(folded) ? 0 : Cell.UNREADABLE;
    }

    /**
     * Epoch day, or a sentinel. Day always before month: {@code 12/25/2026} is unreadable, never turned round.
     */
    public static long date(String text) {
        int n = text.length();
        if (n == 0) {
            return Cell.EMPTY;
        }
        if (n >= 10 && digits(text, 0, 4) && digits(text, 5, 7) && digits(text, 8, 10) && sameSeparators(text, 4, 7)) {
            return timeFollows(text, 10)
                    ? Days.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                    : Cell.UNREADABLE;
        }
        int firstCut = separatorFrom(text, 1, 3);
        if (firstCut > 0 && digits(text, 0, firstCut)) {
            int secondCut = separatorFrom(text, firstCut + 2, firstCut + 4);
            if (secondCut > 0
                    && digits(text, firstCut + 1, secondCut)
                    && text.charAt(firstCut) == text.charAt(secondCut)) {
                int end = secondCut + 1;
                while (end < n && Character.isDigit(text.charAt(end))) {
                    end++;
                }
                int length = end - secondCut - 1;
                if ((length == 4 || length == 2) && timeFollows(text, end)) {
                    int year = number(text, secondCut + 1, end);
                    if (length == 2) {
                        year += year <= TWO_DIGIT_PIVOT ? 2000 : 1900;
                    }
                    return Days.of(year, number(text, firstCut + 1, secondCut), number(text, 0, firstCut));
                }
            }
        }
        return serial(text);
    }

    /** True when the year has two digits: said once by column. */
    static boolean isTwoDigitYear(String text) {
        int n = text.length();
        return n >= 6 && n <= 8 && !Character.isDigit(text.charAt(n - 3)) && !isSerial(text);
    }

    /** True when the text is an Excel day number. */
    static boolean isSerial(String text) {
        return serial(text) != Cell.UNREADABLE;
    }

    private static long serial(String text) {
        int dot = text.indexOf('.') >= 0 ? text.indexOf('.') : text.indexOf(',');
        String whole = dot < 0 ? text : text.substring(0, dot);
        if (whole.length() == 5 && digits(whole, 0, 5) && (dot < 0 || digits(text, dot + 1, text.length()))) {
            int serial = number(whole, 0, 5);
            if (serial >= SERIAL_MIN && serial <= SERIAL_MAX) {
                return EXCEL_EPOCH + serial;
            }
        }
        return Cell.UNREADABLE;
    }

    private static int separatorFrom(String text, int from, int to) {
        for (int i = from; i < to && i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '/' || c == '-' || c == '.') {
                return i;
            }
        }
        return -1;
    }

    private static boolean sameSeparators(String text, int a, int b) {
        char c = text.charAt(a);
        return c == text.charAt(b) && (c == '-' || c == '/' || c == '.');
    }

    private static boolean digits(String text, int from, int to) {
        if (to > text.length() || from >= to) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    /** Nothing, or a time of day, possibly with a zone. */
    private static boolean timeFollows(String text, int from) {
        if (from == text.length()) {
            return true;
        }
        char c = text.charAt(from);
        if (c != ' ' && c != 'T' && c != '\u00a0') {
            return false;
        }
        for (int i = from + 1; i < text.length(); i++) {
            char t = text.charAt(i);
            boolean time = (t >= '0' && t <= '9')
                    || t == ':'
                    || t == '.'
                    || t == 'h'
                    || t == 'Z'
                    || t == '+'
                    || t == '-'
                    || t == ' ';
            if (!time) {
                return false;
            }
        }
        return text.length() > from + 1;
    }

    /** Epoch day of the first day of a month: {@code 2026-03}, {@code 03/2026}, {@code mars-26} (what Excel makes of it), or any day of it. */
    static long month(String text) {
        if (text.isEmpty()) {
            return Cell.EMPTY;
        }
        int n = text.length();
        if (n == 7 && digits(text, 0, 4) && digits(text, 5, 7)) {
            return Days.of(number(text, 0, 4), number(text, 5, 7), 1);
        }
        if ((n == 7 || n == 6) && digits(text, n - 4, n) && digits(text, 0, n - 5)) {
            return Days.of(number(text, n - 4, n), number(text, 0, n - 5), 1);
        }
        long whole = date(text);
        if (Cell.isValue(whole)) {
            return LocalDate.ofEpochDay(whole).withDayOfMonth(1).toEpochDay();
        }
        String folded = fold(text);
        int letters = 0;
        while (letters < folded.length() && Character.isLetter(folded.charAt(letters))) {
            letters++;
        }
        String digits = folded.substring(letters).replaceAll("[^0-9]", "");
        for (Map.Entry<String, Integer> month : MONTHS.entrySet()) {
            if (letters >= 3 && folded.startsWith(month.getKey()) && (digits.length() == 2 || digits.length() == 4)) {
                int year = Integer.parseInt(digits);
                return Days.of(digits.length() == 2 ? 2000 + year : year, month.getValue(), 1);
            }
        }
        return Cell.UNREADABLE;
    }

    /** A number in units of 1/{@link Cell#UNITS}: {@code 1 820,00}, {@code 12 h 30}, {@code 12:30}, {@code 35h}, {@code 50 %}. */
    static long number(String text) {
        if (text.isEmpty()) {
            return Cell.EMPTY;
        }
        StringBuilder digits = new StringBuilder(text.length());
        int decimals = -1;
        boolean negative = false;
        @Nullable String hours = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
                if (decimals >= 0) {
                    decimals++;
                }
            } else if ((c == ',' || c == '.') && decimals < 0 && hours == null && digits.length() > 0) {
                decimals = 0;
            } else if ((c == 'h' || c == 'H' || c == ':') && hours == null && decimals < 0 && digits.length() > 0) {
                hours = digits.toString();
                digits.setLength(0);
            } else if (c == '-' && i == 0) {
                negative = true;
            } else if (!isSpace(c) && !((c == '%' || c == '€') && i == text.length() - 1)) {
                return Cell.UNREADABLE;
            }
        }
        if ((digits.length() == 0 && hours == null) || digits.length() > 14 || (hours != null && hours.length() > 9)) {
            return Cell.UNREADABLE;
        }
        long value;
        if (hours != null) {
            long minutes = digits.length() == 0 ? 0 : Long.parseLong(digits.toString());
            if (minutes > 59 || digits.length() > 2) {
                return Cell.UNREADABLE;
            }
            value = Long.parseLong(hours) * Cell.UNITS + minutes * (Cell.UNITS / 60);
        } else {
            value = scaled(digits.toString(), Math.max(decimals, 0));
        }
        return negative ? -value : value;
    }

    /** Beyond four decimals the value is rounded away from zero, so that something positive stays positive. */
    private static long scaled(String digits, int decimals) {
        String kept = digits;
        boolean more = false;
        int places = decimals;
        while (places > 4) {
            more |= kept.charAt(kept.length() - 1) != '0';
            kept = kept.substring(0, kept.length() - 1);
            places--;
        }
        long value = kept.isEmpty() ? 0 : Long.parseLong(kept);
        long unit = Cell.UNITS;
        for (int i = 0; i < places; i++) {
            unit /= 10;
        }
        return value * unit + (more ? 1 : 0);
    }
}
