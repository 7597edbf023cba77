package id.sigap.triage.urgency;

import id.sigap.triage.text.NormalText;
import id.sigap.triage.text.Token;
import id.sigap.triage.text.Tone;
import id.sigap.triage.text.WordClasses;

/** How heated a text is, from 0 (calm) to 1 (furious): capitals, exclamation marks, drawn-out and strong words. */
public final class Intensity {
    private static final WordClasses WORDS = WordClasses.of("cues.txt");
    private static final int SWEAR = 1 << WORDS.number("swear");
    private static final int BAD = 1 << WORDS.number("bad");
    private static final int ENOUGH_LETTERS = 8;

    private Intensity() {}

    /** The intensity, with two decimals. */
    public static double of(NormalText text) {
        Tone tone = text.tone();
        int swears = 0;
        int bad = 0;
        for (Token token : text.tokens()) {
            int bits = WORDS.bits(token);
            swears += (bits & SWEAR) != 0 ? 1 : 0;
            bad += (bits & BAD) != 0 ? 1 : 0;
        }
        double calm = rest(0.5, swears) * rest(0.12, bad) * rest(0.15, tone.exclamations());
        calm *= rest(0.1, tone.elongations()) * rest(0.08, Math.max(0, tone.questions() - 1));
        if (tone.letters() >= ENOUGH_LETTERS) {
            double share = (double) tone.capitals() / tone.letters();
            calm *= share > 0.5 ? 0.6 : 1;
        }
        return Math.round((1 - calm) * 100) / 100.0;
    }

    /** What is left of calm after something that takes a share each time; the fifth time takes no more. */
    private static double rest(double share, int times) {
        return Math.pow(1 - share, Math.min(times, 4));
    }
}
