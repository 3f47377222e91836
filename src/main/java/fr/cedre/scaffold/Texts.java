package fr.cedre.scaffold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Long texts that stand beside the classes. {@code @name@} stands for a value. Lines between {@code #? key other} and {@code #?} are kept when one
 * of the keys is wanted, those between {@code #? ! key} and {@code #?} when none is; such blocks may hold others.
 */
final class Texts {

    private static final String MARK = "#?";
    private static final Pattern NAME = Pattern.compile("@([a-z0-9_]+)@");

    private Texts() {}

    /** A text with its values and the blocks wanted; every name must have a value. */
    static String fill(String file, Map<String, String> values, Set<String> wanted) {
        return values(kept(read(file), wanted), values);
    }

    private static String read(String file) {
        try (InputStream in = Texts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String kept(String text, Set<String> wanted) {
        List<String> kept = new ArrayList<>();
        Deque<Boolean> blocks = new ArrayDeque<>();
        for (String line : text.split("\n", -1)) {
            if (!line.startsWith(MARK)) {
                if (!blocks.contains(false)) {
                    kept.add(line);
                }
            } else if (line.equals(MARK)) {
                blocks.pop();
            } else {
                List<String> keys =
                        List.of(line.substring(MARK.length()).strip().split(" +"));
                boolean any = keys.stream().anyMatch(wanted::contains);
                blocks.push(keys.get(0).equals("!") != any);
            }
        }
        return String.join("\n", kept);
    }

    private static String values(String text, Map<String, String> values) {
        return NAME.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalStateException(found.group());
            }
            return java.util.regex.Matcher.quoteReplacement(value);
        });
    }
}
