package fr.cedre;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page as a browser reads it, and what holds for every page: whole, offline, accessible, inert. */
public final class HtmlPage {

    private static final Set<String> ALLOWED = Set.of(
            "#root html head meta title style script body a header main footer nav section article div h1 h2 h3 h4 p ul ol li dl dt dd span b strong br"
                    .split(" "));

    private static final Set<String> ALSO_ALLOWED = Set.of(
            "table caption thead tbody tr th td form label select option input button details summary figure figcaption abbr svg rect line polyline polygon circle text path title g code em small"
                    .split(" "));

    private final String html;
    private final Document document;

    /** A page that a command wrote. */
    public HtmlPage(String html) {
        this.html = html;
        this.document = Jsoup.parse(html);
    }

    /** The page, to look into. */
    public Document document() {
        return document;
    }

    /** What makes it different from another page: everything but its style and its script. */
    public String body() {
        return html.substring(html.indexOf("<header"), html.indexOf("</main>")) + "</main>\n";
    }

    /** Fails unless everything that holds for every page holds for this one. */
    public HtmlPage sound() {
        assertThat(html).startsWith("<!DOCTYPE html>\n").endsWith("\n");
        assertThat(document.selectFirst("html").attr("lang")).isEqualTo("fr");
        assertThat(document.title()).isNotBlank();
        headings();
        tables();
        anchors();
        offline();
        policy();
        drawings();
        controls();
        assertThat(document.select(".verdict").text())
                .isNotBlank()
                .doesNotContainIgnoringCase("certifié")
                .doesNotContainIgnoringCase("conforme CEDRE");
        return inert();
    }

    private void headings() {
        List<Element> headings = document.select("h1, h2, h3, h4, h5, h6");
        assertThat(document.select("h1")).hasSize(1);
        assertThat(headings.get(0).normalName()).isEqualTo("h1");
        int before = 0;
        for (Element heading : headings) {
            int level = heading.normalName().charAt(1) - '0';
            assertThat(level).as(heading.text()).isLessThanOrEqualTo(before + 1);
            assertThat(heading.text()).isNotBlank();
            before = level;
        }
    }

    private void tables() {
        for (Element table : document.select("table")) {
            assertThat(table.select("> caption")).as(table.text()).hasSize(1);
            assertThat(table.selectFirst("> caption").text()).isNotBlank();
            assertThat(table.select("thead th")).isNotEmpty();
            int columns = table.select("thead tr").first().children().stream()
                    .mapToInt(HtmlPage::span)
                    .sum();
            for (Element row : table.select("tbody tr")) {
                assertThat(row.children().stream().mapToInt(HtmlPage::span).sum())
                        .as(row.text())
                        .isEqualTo(columns);
            }
        }
        assertThat(document.select("th:not([scope])")).isEmpty();
    }

    private static int span(Element cell) {
        return cell.hasAttr("colspan") ? Integer.parseInt(cell.attr("colspan")) : 1;
    }

    private void anchors() {
        Set<String> ids = new HashSet<>();
        document.select("[id]")
                .forEach(e -> assertThat(ids.add(e.id())).as(e.id()).isTrue());
        assertThat(ids).allSatisfy(id -> assertThat(id).matches("[A-Za-z][A-Za-z0-9_-]*"));
        document.select("a").forEach(a -> {
            assertThat(a.attr("href")).startsWith("#");
            assertThat(ids).contains(a.attr("href").substring(1));
            assertThat(a.text()).isNotBlank();
        });
        for (String name : List.of("aria-labelledby", "aria-describedby", "for", "data-zone")) {
            document.select("[" + name + "]").forEach(e -> assertThat(ids).contains(e.attr(name)));
        }
    }

    /** No attribute leads anywhere, none holds a style or a handler, which the policy would refuse. */
    private void offline() {
        for (Element element : document.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                String key = attribute.getKey();
                assertThat(key).as(element.tagName()).isNotEqualTo("style").doesNotStartWith("on");
                assertThat(List.of("src", "srcset", "action", "background", "ping", "data", "xlink:href"))
                        .doesNotContain(key);
                assertThat(attribute.getValue()).as(key).doesNotContain("//").doesNotContain("javascript:");
            }
        }
        assertThat(document.select("link, img, iframe, object, embed, base, video, audio, source"))
                .isEmpty();
        String style = document.selectFirst("style").data();
        assertThat(style).doesNotContain("url(").doesNotContain("@import").doesNotContain("//");
    }

    private void policy() {
        String policy =
                document.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content");
        assertThat(policy)
                .startsWith("default-src 'none'; ")
                .doesNotContain("unsafe")
                .doesNotContain("http");
        assertThat(document.select("style")).hasSize(1);
        assertThat(document.select("script")).hasSize(1);
        assertThat(policy)
                .contains("style-src '" + hash(document.selectFirst("style").data()) + "'");
        assertThat(policy)
                .contains("script-src '" + hash(document.selectFirst("script").data()) + "'");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void drawings() {
        for (Element svg : document.select("svg")) {
            boolean hidden = svg.attr("aria-hidden").equals("true");
            assertThat(hidden
                            || (svg.attr("role").equals("img")
                                    && !svg.attr("aria-label").isBlank()))
                    .as(svg.outerHtml())
                    .isTrue();
        }
        document.select(".etat").forEach(e -> assertThat(e.text()).matches(".*\\p{L}.*"));
    }

    /** Every control has a label; every choice leaves something to see. */
    private void controls() {
        for (Element control : document.select("select, input")) {
            assertThat(document.select("label[for=" + control.id() + "]")).hasSize(1);
        }
        for (Element form : document.select("form[data-zone]")) {
            assertThat(form.hasAttr("hidden")).isTrue();
            Set<String> tags = document.getElementById(form.attr("data-zone")).select("[data-fiche]").stream()
                    .flatMap(e -> Arrays.stream(e.attr("data-fiche").split(" ")))
                    .collect(Collectors.toSet());
            for (Element option : form.select("option:not([value=''])")) {
                assertThat(tags).contains(option.parent().attr("name") + "=" + option.attr("value"));
            }
        }
    }

    /** Nothing that text brought from outside is read as mark-up, drives a terminal or changes the reading order. */
    public HtmlPage inert() {
        assertThat(HostileFolder.CONTROL.matcher(html).find()).isFalse();
        for (Element element : document.getAllElements()) {
            assertThat(ALLOWED.contains(element.tagName()) || ALSO_ALLOWED.contains(element.tagName()))
                    .as(element.tagName())
                    .isTrue();
        }
        assertThat(document.select("script")).hasSize(1);
        return this;
    }
}
