package fr.cedre;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real browser without a screen, cut from every network; on a machine that has none, {@link #open} gives nothing. */
final class Browser implements AutoCloseable {

    /** Said by tests that could not look. */
    static final String ABSENT =
            "Chromium ou chromedriver absent : les pages ne sont pas regardées dans un navigateur (apt-get install chromium chromium-driver).";

    private static final String AXE = script();

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts the machine's Chromium, or nothing when it has none. */
    static Optional<Browser> open() {
        Optional<Path> chromium = program("CHROMIUM", "/usr/bin/chromium", "/usr/bin/google-chrome");
        Optional<Path> chromedriver = program("CHROMEDRIVER", "/usr/bin/chromedriver");
        if (chromium.isEmpty() || chromedriver.isEmpty()) {
            return Optional.empty();
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.get().toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=fr");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(chromedriver.get().toString()))
                .usingAnyFreePort()
                .withSilent(true)
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(3)); // axe reads every node
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", true, "latency", 0, "downloadThroughput", 0, "uploadThroughput", 0));
        return Optional.of(new Browser(driver));
    }

    private static Optional<Path> program(String variable, String... usual) {
        return Stream.concat(Stream.ofNullable(System.getenv(variable)), Stream.of(usual))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens a page in a window of some width; a narrow one is a telephone's. */
    void look(Path page, int width, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        driver.get(page.toUri().toString());
    }

    /** Result of a script. */
    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    long number(String script) {
        return ((Number) driver.executeScript(script)).longValue();
    }

    ChromeDriver driver() {
        return driver;
    }

    /** What the page asked for beside itself, and what the console complained of. */
    List<String> complaints() {
        @SuppressWarnings("unchecked")
        List<String> fetched =
                (List<String>) driver.executeScript("return performance.getEntriesByType('resource').map(e => e.name)");
        return Stream.concat(
                        fetched.stream().map(name -> "demandé : " + name),
                        driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                                .map(LogEntry::getMessage))
                .toList();
    }

    /** Accessibility rules (WCAG 2 A and AA, good practice) that the page breaks, with where. */
    List<String> violations() {
        return axe("{type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']}");
    }

    /** Contrasts that are too weak. */
    List<String> contrasts() {
        return axe("{type: 'rule', values: ['color-contrast']}");
    }

    /** Axe run by the page itself: the builder of its Selenium module opens other windows, which an offline browser never finishes. */
    @SuppressWarnings("unchecked")
    private List<String> axe(String rules) {
        driver.executeScript(AXE);
        return (List<String>)
                driver.executeScript("return axe.run(document, {preload: false, resultTypes: ['violations'], runOnly: "
                        + rules + "}).then(r => r.violations.map(v => v.id + ' (' + v.help + ') : '"
                        + " + v.nodes.slice(0, 5).map(n => n.html).join(' ')))");
    }

    private static String script() {
        try (InputStream in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page on paper. */
    byte[] pdf() {
        Object data = driver.executeCdpCommand(
                        "Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true))
                .get("data");
        return Base64.getDecoder().decode(String.valueOf(data));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
