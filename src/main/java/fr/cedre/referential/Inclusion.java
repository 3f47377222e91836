package fr.cedre.referential;

import fr.cedre.check.Parameter;
import fr.cedre.yaml.YamlObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts together a referential and those it takes in whole ({@code inclut}): their chapters come first, its own after. */
final class Inclusion {

    private Inclusion() {}

    static Referential merge(Referential own, List<Referential> taken, YamlObject root) {
        List<Referential.Included> included = new ArrayList<>();
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        Map<String, String> documents = new LinkedHashMap<>();
        List<Specification> scope = new ArrayList<>();
        List<Principle> principles = new ArrayList<>();
        List<Principle> pedagogy = new ArrayList<>();
        List<Definition> glossary = new ArrayList<>();
        List<Annex> annexes = new ArrayList<>();
        List<Chapter> chapters = new ArrayList<>();
        List<CalendarEntry> calendar = new ArrayList<>();
        for (Referential one : taken) {
            included.add(new Referential.Included(one.id(), one.title(), one.provenance(), one.lifecycle()));
            included.addAll(one.included());
            parameters(parameters, one, root);
            one.documents().forEach(documents::putIfAbsent);
            scope.addAll(one.scope());
            principles.addAll(one.principles());
            pedagogy.addAll(one.pedagogy());
            glossary.addAll(one.glossary());
            annexes.addAll(one.annexes());
            calendar.addAll(one.calendar());
            for (Chapter chapter : one.chapters()) {
                add(chapters, named(chapter, one), root);
            }
        }
        parameters(parameters, own, root);
        documents.putAll(own.documents());
        scope.addAll(own.scope());
        principles.addAll(own.principles());
        pedagogy.addAll(own.pedagogy());
        glossary.addAll(own.glossary());
        annexes.addAll(own.annexes());
        calendar.addAll(own.calendar());
        for (Chapter chapter : own.chapters()) {
            add(chapters, chapter, root);
        }
        return new Referential(
                own.id(),
                own.aliases(),
                own.title(),
                own.version(),
                own.provenance(),
                own.notice(),
                included,
                own.lifecycle(),
                own.groupRule(),
                own.families(),
                parameters,
                documents,
                scope,
                principles,
                pedagogy,
                glossary,
                annexes,
                chapters,
                calendar);
    }

    /** A chapter without a part is shown under the name of the referential it comes from. */
    private static Chapter named(Chapter chapter, Referential from) {
        return chapter.part() != null
                ? chapter
                : new Chapter(
                        chapter.id(), chapter.title(), new Part(from.id(), from.title()), chapter.specifications());
    }

    private static void add(List<Chapter> chapters, Chapter chapter, YamlObject root) {
        if (chapters.stream().anyMatch(c -> c.id().equals(chapter.id()))) {
            root.error("inclut", "deux chapitres portent le numéro « " + chapter.id() + " »");
        }
        chapters.add(chapter);
    }

    private static void parameters(Map<String, Parameter> all, Referential from, YamlObject root) {
        from.parameters().forEach((name, parameter) -> {
            Parameter before = all.putIfAbsent(name, parameter);
            if (before != null && !before.equals(parameter)) {
                root.error("inclut", "deux paramètres portent le nom « " + name + " » avec des valeurs différentes");
            }
        });
    }
}
