package id.sigap.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/** How a page can look: on a desk or a phone, by day or by night. */
enum Look {
    WIDE_LIGHT(Look.WIDE, ColorScheme.LIGHT),
    WIDE_DARK(Look.WIDE, ColorScheme.DARK),
    NARROW_LIGHT(Look.NARROW, ColorScheme.LIGHT),
    NARROW_DARK(Look.NARROW, ColorScheme.DARK);

    /** An ordinary screen, in CSS pixels. */
    static final int WIDE = 1280;

    /** The narrowest phone that is still common, in CSS pixels. */
    static final int NARROW = 375;

    static final int HEIGHT = 800;

    private final int width;
    private final ColorScheme colours;

    Look(int width, ColorScheme colours) {
        this.width = width;
        this.colours = colours;
    }

    /** Shows a page so. */
    void apply(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        page.setViewportSize(width, HEIGHT);
    }
}
