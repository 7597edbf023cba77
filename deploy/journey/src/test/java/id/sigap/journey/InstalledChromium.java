package id.sigap.journey;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine. None is downloaded: where there is none, the tests that need it are skipped, and say so. */
final class InstalledChromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    /** Runs as root and without graphics, and calls nobody. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final double PATIENCE_MILLIS = 20_000;

    private final Playwright playwright;
    private final Browser browser;

    private InstalledChromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(ARGUMENTS));
    }

    /** Starts it, or skips the test. */
    static InstalledChromium openOrSkip() {
        Optional<Path> executable = executable();
        if (executable.isEmpty()) {
            Measured.say("SKIPPED: the pages are not looked at, as there is no Chromium on the PATH");
        }
        assumeTrue(executable.isPresent(), "no Chromium on the PATH");
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        return new InstalledChromium(executable.orElseThrow());
    }

    /** Somebody's own browser, with no session in it, whose owner reads this language. */
    BrowserContext visitor(String languageTag) {
        BrowserContext visitor = browser.newContext(
                new Browser.NewContextOptions().setLocale(languageTag).setViewportSize(Look.WIDE, Look.HEIGHT));
        visitor.setDefaultTimeout(PATIENCE_MILLIS);
        return visitor;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> executable() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
