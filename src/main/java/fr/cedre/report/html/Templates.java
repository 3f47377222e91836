package fr.cedre.report.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Fills the compiled templates; what they show is escaped by where it stands, then made inert ({@link InertOutput}). */
public final class Templates {

    private static final String COMPILED = "fr.cedre.report.html.page";

    private Templates() {}

    /**
     * Writes a page.
     *
     * @param name template, relative to {@code src/main/jte}
     * @param page its only parameter
     */
    public static void render(String name, Object page, Appendable out) throws IOException {
        TemplateEngine engine =
                TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), COMPILED);
        try {
            engine.render(name, Map.of("page", page), new InertOutput(out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
