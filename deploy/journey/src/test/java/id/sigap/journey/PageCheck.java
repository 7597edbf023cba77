package id.sigap.journey;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Looks at pages on a desk by day and on a phone by night: no violation of WCAG 2.2 A and AA that axe finds, and no
 * scrolling sideways. With {@code -Dsigap.screenshots=<folder>} it looks in every {@link Look}, and leaves a picture of
 * each.
 */
final class PageCheck {
    private static final Map<String, Object> RULES =
            Map.of("type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"));

    /** What is wrong in one width or by one light is wrong in one of these two as well. */
    private static final Set<Look> BOTH_WIDTHS_AND_LIGHTS = EnumSet.of(Look.WIDE_LIGHT, Look.NARROW_DARK);

    private static final String HAS_AXE = "() => typeof axe !== 'undefined'";

    /** Of what axe says only what is wrong: all that is right is a megabyte a page. */
    private static final String VIOLATIONS = """
            rules => axe.run(document, { runOnly: rules, resultTypes: ['violations'] })
              .then(found => found.violations.flatMap(rule => rule.nodes.map(
                node => `${rule.id} at ${node.target}: ${node.failureSummary}`)))
            """;

    private static final String TOO_WIDE =
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private final String pictures = System.getProperty("sigap.screenshots", "");
    private final Set<String> violations = new LinkedHashSet<>();
    private final List<String> seen = new ArrayList<>();

    /** Looks at a page as it stands. */
    void look(String name, Page page) {
        for (Look look : pictures.isEmpty() ? BOTH_WIDTHS_AND_LIGHTS : EnumSet.allOf(Look.class)) {
            look.apply(page);
            String where = name + "-" + look.name().toLowerCase(Locale.ROOT).replace('_', '-');
            findViolations(where, page);
            int over = ((Number) page.evaluate(TOO_WIDE)).intValue();
            if (over > 0) {
                violations.add(where + ": " + over + " px too wide");
            }
            if (!pictures.isEmpty()) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of(pictures, where + ".png"))
                        .setFullPage(true));
            }
            seen.add(where);
        }
        Look.WIDE_LIGHT.apply(page);
    }

    private void findViolations(String where, Page page) {
        if (!Boolean.TRUE.equals(page.evaluate(HAS_AXE))) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        for (Object violation : (List<?>) page.evaluate(VIOLATIONS, RULES)) {
            violations.add(where + ": " + violation);
        }
    }

    /** Fails with everything that was found. */
    void mustHaveFoundNothing() {
        assertTrue(
                violations.isEmpty(),
                () -> violations.size() + " in " + seen.size() + " views:\n" + String.join("\n", violations));
    }
}
