package fr.cedre.report;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/**
 * Escapes what JSON allows bare but a terminal would obey: C1 controls, DEL, direction overrides. A reader of the JSON gets the very
 * same text.
 */
final class JsonEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    private static final int DELETE = 0x7F;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = standardAsciiEscapesForJSON();
        codes[DELETE] = ESCAPE_STANDARD;
        return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int ch) {
        boolean loneOrPaired = Character.isSurrogate((char) ch);
        return Sanitiser.isHostile(ch) && !loneOrPaired
                ? new SerializedString("\\u" + Integer.toHexString(0x10000 | ch).substring(1))
                : null;
    }
}
