package id.sigap.triage.urgency;

import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.urgency.Deadlines.Nearness;
import java.time.Instant;
import java.time.ZoneId;

/**
 * How much a message may wait, by the words of {@code urgency.txt}, what is due soon, and the learned model together. The
 * words see to it that danger to life is hardly ever missed; the model adds what no list knows, and keeps the words from
 * crying wolf where nothing is the matter. The bounds are low: in doubt the higher urgency.
 *
 * <p>The weights are a logistic regression over these signs, fitted on predictions that a model made for thirds of the
 * training messages that it had not seen; counts are per root of the length, so that a long letter is not urgent for its
 * length.
 */
public final class UrgencyReader {
    /** From this probability on it is critical: of ten such messages four are, and of six critical ones five are found. */
    static final double CRITICAL_FROM = 0.12;
    /** Who praises tells of a danger that is past; what only looks like praise is not left waiting. */
    static final double DANGEROUS_PRAISE_FROM = 0.5;

    static final double HIGH_FROM = 0.2;
    static final double HIGH_CHAT_FROM = 0.6;

    /** A word of danger and a call for help in so few words are critical, whatever the model says. */
    private static final int CRY = 60;
    /** A word of danger in so few words is at least high. */
    private static final int CALL = 40;

    private static final double LEAST = 1e-3;
    private static final double USUAL_LENGTH = 12;
    private static final double SHORTEST_LENGTH = 8;

    private UrgencyReader() {}

    /**
     * The urgency of a message.
     *
     * @param learned what the model says of it: a probability for each urgency, in the order of {@link Urgency}
     * @param sentAt when it was sent
     * @param zone where its hours and days count
     */
    public static Urgency of(Kind kind, NormalText text, double[] learned, Instant sentAt, ZoneId zone) {
        if (kind == Kind.SPAM) {
            return Urgency.LOW;
        }
        boolean chat = kind == Kind.PRAISE || kind == Kind.OTHER;
        DangerSigns signs = DangerSigns.of(text);
        double root = Math.sqrt(Math.max(text.tokens().size(), SHORTEST_LENGTH) / USUAL_LENGTH);
        double critical = logOdds(learned[Urgency.CRITICAL.ordinal()]);
        double danger = probability(danger(signs, root, critical) + (kind == Kind.PRAISE ? -1.39 : 0));
        boolean named = !chat && signs.certain() > 0 && signs.past() == 0;
        boolean called = named && signs.alarms() > 0 && text.tokens().size() <= CRY;
        if (called || (kind != Kind.PRAISE && danger >= CRITICAL_FROM)) {
            return Urgency.CRITICAL;
        }
        if (kind == Kind.PRAISE && danger >= DANGEROUS_PRAISE_FROM) {
            return Urgency.HIGH;
        }
        Nearness near = Deadlines.of(text, sentAt, zone);
        double haste = haste(signs, root, critical, logOdds(learned[Urgency.HIGH.ordinal()]))
                + (kind == Kind.COMPLAINT ? 0.79 : chat ? -1.58 : 0)
                + (near == Nearness.NONE ? 0 : near == Nearness.NEAR ? 2.22 : 2.89);
        if (probability(haste) >= (chat ? HIGH_CHAT_FROM : HIGH_FROM)) {
            return Urgency.HIGH;
        }
        if (chat) {
            return Urgency.LOW;
        }
        return named && text.tokens().size() <= CALL ? Urgency.HIGH : Urgency.NORMAL;
    }

    private static double danger(DangerSigns signs, double root, double critical) {
        boolean called = signs.alarms() > 0 && (signs.certain() > 0 || signs.perils() > 1);
        return -1.55
                + 1.27 * critical
                + 0.47 * Math.min(signs.certain(), 2)
                - 0.21 * Math.min(signs.softened(), 2)
                + 2.06 * Math.min(signs.perils() / root, 4)
                + 1.19 * Math.min(signs.alarms() / root, 3)
                + 0.44 * Math.min(signs.now() / root, 3)
                - 0.87 * Math.min(signs.past() / root, 3)
                + 0.48 * Math.min(signs.people() / root, 3)
                - 0.44 * Math.min(signs.high() / root, 3)
                + (signs.loud() ? 1.37 : 0)
                + (called ? 0.58 : 0);
    }

    private static double haste(DangerSigns signs, double root, double critical, double high) {
        return -0.50
                + 1.09 * high
                - 0.02 * critical
                + 0.46 * Math.min(signs.certain(), 2)
                + 0.05 * Math.min(signs.softened(), 2)
                + 1.16 * Math.min(signs.perils() / root, 4)
                + 1.03 * Math.min(signs.alarms() / root, 3)
                + 0.31 * Math.min(signs.now() / root, 3)
                - 0.33 * Math.min(signs.past() / root, 3)
                + 0.30 * Math.min(signs.people() / root, 3)
                + 0.60 * Math.min(signs.high() / root, 3)
                + (signs.loud() ? 1.16 : 0);
    }

    private static double logOdds(double probability) {
        double bounded = Math.min(Math.max(probability, LEAST), 1 - LEAST);
        return Math.log(bounded / (1 - bounded));
    }

    private static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
