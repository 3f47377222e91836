package fr.cedre.report.exchange;

import fr.cedre.report.AppendableWriter;
import fr.cedre.report.Sanitiser;
import java.io.IOException;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Elements one per line, indented, whose every text is made of characters that XML 1.0 allows and that a terminal does not obey. */
final class XmlWriter {

    // The JDK's own: whichever library another program puts on the class path, the bytes are the same.
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter xml;
    private int depth;

    XmlWriter(Appendable out) throws IOException {
        XMLStreamWriter writer;
        try {
            writer = FACTORY.createXMLStreamWriter(new AppendableWriter(out));
            writer.writeStartDocument("UTF-8", "1.0");
            writer.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw io(e);
        }
        xml = writer;
    }

    /** Opens an element; attributes are names and values in turn. */
    void start(String name, String... attributes) throws IOException {
        try {
            indent();
            xml.writeStartElement(name);
            attributes(attributes);
            xml.writeCharacters("\n");
            depth++;
        } catch (XMLStreamException e) {
            throw io(e);
        }
    }

    /** Closes the element last opened. */
    void end() throws IOException {
        try {
            depth--;
            indent();
            xml.writeEndElement();
            xml.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw io(e);
        }
    }

    /** An element without content. */
    void empty(String name, String... attributes) throws IOException {
        try {
            indent();
            xml.writeEmptyElement(name);
            attributes(attributes);
            xml.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw io(e);
        }
    }

    /** An element with lines of text. */
    void text(String name, List<String> lines, String... attributes) throws IOException {
        try {
            indent();
            xml.writeStartElement(name);
            attributes(attributes);
            String separator = "";
            for (String line : lines) {
                xml.writeCharacters(separator + inert(line));
                separator = "\n";
            }
            xml.writeEndElement();
            xml.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw io(e);
        }
    }

    /** Ends the document; the destination stays open. */
    void close() throws IOException {
        try {
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw io(e);
        }
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], inert(attributes[i + 1]));
        }
    }

    private void indent() throws XMLStreamException {
        xml.writeCharacters("  ".repeat(depth));
    }

    /** One line of characters that XML 1.0 allows (production 2, Char): the sanitiser leaves two that it does not. */
    static String inert(String text) {
        return Sanitiser.line(text).replace('\uFFFE', '\uFFFD').replace('\uFFFF', '\uFFFD');
    }

    private static IOException io(XMLStreamException e) {
        return e.getNestedException() instanceof IOException io ? io : new IOException(e);
    }
}
