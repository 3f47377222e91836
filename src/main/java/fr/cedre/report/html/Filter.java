package fr.cedre.report.html;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What sorts out the sheets of a part of a page; shown when its script runs, since the page is whole without.
 *
 * @param zone {@code id} of the element that holds the sheets
 * @param title what it does, for who does not see it
 * @param choices lists to choose from; a search comes after them
 */
public record Filter(String zone, String title, List<Choice> choices) {

    /** Copies the list, without the choices that leave none. */
    public Filter {
        choices = choices.stream().filter(c -> c.options().size() > 1).toList();
    }

    /** The same without the options that would leave nothing. */
    Filter among(Collection<String> sheets) {
        Set<String> tags = new HashSet<>();
        sheets.forEach(sheet -> tags.addAll(List.of(sheet.split(" ", -1))));
        return new Filter(
                zone,
                title,
                choices.stream()
                        .map(c -> new Choice(
                                c.name(),
                                c.title(),
                                c.all(),
                                c.options().stream()
                                        .filter(o -> tags.contains(c.name() + "=" + o.value()))
                                        .toList()))
                        .toList());
    }

    /**
     * A list to choose from.
     *
     * @param name key of the tags of sheets
     * @param title label
     * @param all what chooses nothing
     * @param options in the order shown
     */
    public record Choice(String name, String title, String all, List<Option> options) {
        /** Copies the list. */
        public Choice {
            options = List.copyOf(options);
        }
    }

    /**
     * One of them.
     *
     * @param value as in the tags of sheets: no space in it
     * @param title what people read
     */
    public record Option(String value, String title) {}

    /** What a sheet is sorted by: {@code etat=ecart type=AI}. */
    public static final class Tags {
        private final List<String> tags = new ArrayList<>();

        /** Adds a value of a key. */
        public Tags with(String name, String value) {
            tags.add(name + "=" + value);
            return this;
        }

        @Override
        public String toString() {
            return String.join(" ", tags);
        }
    }
}
