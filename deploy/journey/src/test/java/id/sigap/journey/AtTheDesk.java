package id.sigap.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** Somebody of the demo realm in a browser of their own, logged in through Keycloak's page. */
final class AtTheDesk {
    /** More stops than a full queue has. */
    private static final int MOST_STOPS = 250;

    private static final String FOCUS_IS_SEEN = "() => { const at = document.activeElement;"
            + " if (!at || at === document.body) { return true; }"
            + " const look = getComputedStyle(at), box = at.getBoundingClientRect();"
            + " return look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2"
            + " && box.bottom > 0 && box.top < innerHeight; }";

    private final Page page;

    private AtTheDesk(Page page) {
        this.page = page;
    }

    /** Logs in where this address leads. */
    static AtTheDesk login(InstalledChromium chromium, String name, String languageTag, String address) {
        Page page = chromium.visitor(languageTag).newPage();
        page.navigate(address);
        page.locator("#username").fill(name);
        page.locator("#password").fill(name);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(Pattern.quote(address) + ".*"));
        return new AtTheDesk(page);
    }

    /** Logs in at the desk, in Indonesian. */
    static AtTheDesk login(InstalledChromium chromium, String name) {
        return login(chromium, name, "id-ID", RunningSigap.get().reply() + "/");
    }

    Page page() {
        return page;
    }

    /** The row of the queue with these words of the citizen. */
    Locator row(String words) {
        return page.locator(".queue .row").filter(new Locator.FilterOptions().setHasText(words));
    }

    /** The way to the case with these words of the citizen. */
    Locator rowLink(String words) {
        return row(words).getByRole(AriaRole.LINK);
    }

    Locator button(String label) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    /** Goes there with the Tab key alone; every stop on the way must be seen to have the focus. */
    void tabTo(Locator target) {
        target.waitFor();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            page.keyboard().press("Tab");
            assertTrue((Boolean) page.evaluate(FOCUS_IS_SEEN), "the focus is seen");
            if ((Boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError("the Tab key does not lead to " + target);
    }

    /** Goes there with the Tab key and presses Enter. */
    void enter(Locator target) {
        tabTo(target);
        page.keyboard().press("Enter");
    }

    /** Presses keys one after the other, as on a desk without a mouse. */
    void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** What is said after an act: it has the focus, so that it is read first and Tab goes on from there. */
    void isTold(String sentence) {
        Locator notice = page.locator(".notice[role]");
        assertThat(notice).hasText(sentence);
        assertThat(notice).isFocused();
        assertTrue((Boolean) page.evaluate(FOCUS_IS_SEEN), "the notice is seen to have the focus");
    }
}
