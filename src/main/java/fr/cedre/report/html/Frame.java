package fr.cedre.report.html;

import java.util.List;

/**
 * What surrounds every page.
 *
 * @param title title of the document, which a browser shows in its tab and prints
 * @param kind what the document is ("Contrôle avant audit")
 * @param identity lines that say who, against what and when, each a name and a text
 * @param contents table of contents: anchors of the page and their titles
 * @param tool who made it ("cedre 0.1.0")
 */
public record Frame(String title, String kind, List<Line> identity, List<Anchor> contents, String tool) {

    /** Copies the lists. */
    public Frame {
        identity = List.copyOf(identity);
        contents = List.copyOf(contents);
    }

    /** A named line. */
    public record Line(String name, String text) {}

    /** A place of the page: the {@code id} of its section, and its title. */
    public record Anchor(String id, String title) {}

    /** Style of every page. */
    public String style() {
        return Assets.style();
    }

    /** Script of every page: filters and printing; the page is whole without it. */
    public String script() {
        return Assets.script();
    }

    /** Content security policy: nothing is fetched, and nothing runs but what the page was made with. */
    public String policy() {
        return "default-src 'none'; style-src '" + Assets.fingerprint(style()) + "'; script-src '"
                + Assets.fingerprint(script()) + "'; img-src data:; base-uri 'none'; form-action 'none'";
    }
}
