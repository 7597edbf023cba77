package id.sigap.triage.text;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Cuts from a pasted page of the web what belongs to the page: menus, adverts, share bars, links to other articles and
 * copyright lines. When the writer has said something above the page, of the page nothing is kept.
 */
final class PastedPage {
    private static final Pattern BETWEEN_ENTRIES = Pattern.compile("[|•·»›>/]");
    private static final int FEWEST_ENTRIES = 4;
    private static final int LONGEST_ENTRY = 25;
    private static final int SURELY_A_PAGE = 4;
    private static final int MAYBE_A_PAGE = 2;
    private static final int FEWEST_WORDS = 4;

    private final Lines lines;
    private final boolean[] cut;
    private final boolean[] ofPage;

    private PastedPage(Lines lines, boolean[] cut) {
        this.lines = lines;
        this.cut = cut;
        this.ofPage = new boolean[lines.count()];
    }

    /** Marks lines that are a page's. */
    static void cut(Lines lines, boolean[] cut) {
        new PastedPage(lines, cut).run();
    }

    private void run() {
        int sure = 0;
        int maybe = 0;
        int first = -1;
        int last = -1;
        boolean[] menu = new boolean[lines.count()];
        for (int i = 0; i < lines.count(); i++) {
            if (cut[i] || lines.isBlank(i)) {
                continue;
            }
            ofPage[i] = isOfPage(lines.view(i));
            menu[i] = !ofPage[i] && Boilerplate.PHRASES.is("menu", lines.view(i));
            sure += ofPage[i] ? 1 : 0;
            maybe += menu[i] ? 1 : 0;
            if (ofPage[i] || menu[i]) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        if (sure == 0 && maybe < SURELY_A_PAGE) {
            return;
        }
        for (int i = 0; i < lines.count(); i++) {
            cut[i] |= ofPage[i] || (menu[i] && sure + maybe > MAYBE_A_PAGE);
        }
        if (sure + maybe >= SURELY_A_PAGE && words(first) >= FEWEST_WORDS) {
            Arrays.fill(cut, first, last + 1, true);
        }
    }

    private static boolean isOfPage(String view) {
        return Boilerplate.PHRASES.begins("page", view)
                || Boilerplate.PHRASES.is("whole", view)
                || isByline(view)
                || isMenu(view);
    }

    /** Who wrote an article and when: Kompas.com - 12/03/2026, 08:30 WIB. */
    private static boolean isByline(String view) {
        boolean clock = view.endsWith(" wib") || view.endsWith(" wita") || view.endsWith(" wit");
        boolean site = view.indexOf(".com") > 0 || view.indexOf(".co.id") > 0 || view.indexOf(" | ") > 0;
        return clock && site && view.length() < 90;
    }

    /** Several entries of a menu in one line, parted by signs or, when they are well known, by blanks. */
    private static boolean isMenu(String view) {
        String[] entries = BETWEEN_ENTRIES.split(view, -1);
        int known = 0;
        boolean shorts = entries.length >= FEWEST_ENTRIES;
        for (String entry : entries) {
            known += Boilerplate.PHRASES.is("menu", entry.strip()) ? 1 : 0;
            shorts &= entry.length() <= LONGEST_ENTRY;
        }
        if (known >= 2 && (shorts || known == entries.length)) {
            return true;
        }
        String[] words = view.split(" ", FEWEST_WORDS * 10);
        int named = 0;
        for (String word : words) {
            named += Boilerplate.PHRASES.is("menu", word) ? 1 : 0;
        }
        return named >= FEWEST_ENTRIES && named * 4 >= words.length * 3;
    }

    /** How many words the writer has before a line. */
    private int words(int before) {
        int words = 0;
        for (int i = 0; i < before && words < FEWEST_WORDS; i++) {
            if (!cut[i] && !lines.isBlank(i)) {
                words += lines.view(i).split(" ", FEWEST_WORDS + 1).length;
            }
        }
        return words;
    }
}
