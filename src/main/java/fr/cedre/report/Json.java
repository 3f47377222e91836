package fr.cedre.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import fr.cedre.dossier.Period;
import fr.cedre.dossier.Structure;
import fr.cedre.dossier.StructureType;
import fr.cedre.problem.Location;
import fr.cedre.problem.Problem;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How every JSON of cedre is written: same layout, same shape for a place or a problem. */
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .characterEscapes(new JsonEscapes())
            .build();

    private Json() {}

    /** A generator that lays out the same way everywhere and leaves the destination open. */
    public static JsonGenerator generator(Appendable out) throws IOException {
        return FACTORY.createGenerator(new AppendableWriter(out)).setPrettyPrinter(printer());
    }

    /** Who writes. */
    static void tool(JsonGenerator json, String version) throws IOException {
        json.writeObjectFieldStart("outil");
        json.writeStringField("nom", "cedre");
        json.writeStringField("version", version);
        json.writeEndObject();
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator(""))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
    }

    static void location(JsonGenerator json, Location location) throws IOException {
        json.writeStringField("fichier", location.file());
        number(json, "ligne", location.line());
        string(json, "colonne", location.column());
    }

    /** Where something is read, or null. */
    static void source(JsonGenerator json, @Nullable Location source) throws IOException {
        if (source == null) {
            json.writeNullField("source");
        } else {
            json.writeObjectFieldStart("source");
            location(json, source);
            json.writeEndObject();
        }
    }

    /** Who was checked. */
    static void structure(JsonGenerator json, Structure structure) throws IOException {
        json.writeObjectFieldStart("structure");
        json.writeStringField("nom", structure.name());
        strings(json, "types", codes(structure.types()));
        json.writeEndObject();
    }

    /** The controlled period. */
    static void period(JsonGenerator json, Period period) throws IOException {
        json.writeObjectFieldStart("periode");
        date(json, "debut", period.start());
        date(json, "fin", period.end());
        json.writeEndObject();
    }

    /** The member of a group of which there is no result, and why. */
    static void unread(
            JsonGenerator json, String folder, @Nullable String error, boolean skipped, List<Problem> problems)
            throws IOException {
        json.writeStringField("dossier", folder);
        string(json, "erreur", error);
        json.writeBooleanField("non_concerne", skipped);
        array(json, "problemes", problems, Json::problem);
    }

    static void problem(JsonGenerator json, Problem problem) throws IOException {
        json.writeStringField("niveau", problem.severity().code());
        location(json, problem.location());
        json.writeStringField("message", problem.message());
    }

    /** Writes the fields of one element. */
    interface Fields<T> {
        void write(JsonGenerator json, T value) throws IOException;
    }

    static <T> void array(JsonGenerator json, String name, List<T> values, Fields<T> fields) throws IOException {
        json.writeArrayFieldStart(name);
        for (T value : values) {
            json.writeStartObject();
            fields.write(json, value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static List<String> codes(List<StructureType> types) {
        return types.stream().map(StructureType::code).toList();
    }

    /** An array of texts. */
    public static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    /** A text, or null. */
    public static void string(JsonGenerator json, String name, @Nullable String value) throws IOException {
        json.writeFieldName(name);
        json.writeString(value);
    }

    static void number(JsonGenerator json, String name, @Nullable Integer value) throws IOException {
        json.writeFieldName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }

    static void date(JsonGenerator json, String name, @Nullable LocalDate value) throws IOException {
        string(json, name, value == null ? null : value.toString());
    }
}
