package fr.cedre.cli.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The completion scripts: for each shell, a fixed part in a file of that shell's language, and what the command line and the library hold. */
public enum Script {
    /** bash 3.2 and later. */
    BASH("bash") {
        @Override
        String data(Grammar grammar, Names names) {
            return new BashData(grammar, names).text();
        }
    },
    /** zsh 5 and later. */
    ZSH("zsh") {
        @Override
        String data(Grammar grammar, Names names) {
            return new ZshData(grammar, names).text();
        }
    },
    /** fish 3 and later. */
    FISH("fish") {
        @Override
        String data(Grammar grammar, Names names) {
            return new FishData(grammar, names).text();
        }
    };

    private static final String MARK = "#data\n";

    private final String code;

    Script(String code) {
        this.code = code;
    }

    /** Name of the shell. */
    public String code() {
        return code;
    }

    /** Names of the shells. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Script::code).toList();
    }

    /** The script of a shell; the same command line and library give the same text. */
    public String text(Grammar grammar, Names names) {
        String file = "/fr/cedre/shell/cedre." + code;
        try (InputStream fixed = Script.class.getResourceAsStream(file)) {
            if (fixed == null) {
                throw new IllegalStateException(file + " n'est pas dans le programme");
            }
            return new String(fixed.readAllBytes(), StandardCharsets.UTF_8).replace(MARK, data(grammar, names));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    abstract String data(Grammar grammar, Names names);

    /** A text between single quotes, for bash and zsh. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
