package id.sigap.triage.urgency;

import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.triage.text.NormalText;
import id.sigap.triage.urgency.Deadlines.Nearness;
import java.time.Instant;
import java.time.ZoneId;

/**
 * How much a message may wait, by rules and by the model together. Rules see to it that danger to life is never missed,
 * the model adds what no list of words knows, and keeps the rules from crying wolf where it is sure that nothing is the
 * matter. In doubt the higher urgency.
 */
public final class UrgencyReader {
    /** From this probability on the model alone makes a message critical. */
    static final double CRITICAL_ALONE = 0.3;
    /** Below this probability the model keeps a word of danger from making a message critical. */
    static final double CRITICAL_WITH_RULE = 0.05;

    static final double HIGH_ALONE = 0.5;
    static final double HIGH_WITH_RULE = 0.2;

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
        Urgency rules = UrgencyRules.of(kind, text);
        double likely = learned[Urgency.CRITICAL.ordinal()];
        if (likely >= CRITICAL_ALONE || (rules == Urgency.CRITICAL && likely >= CRITICAL_WITH_RULE)) {
            return Urgency.CRITICAL;
        }
        if (kind == Kind.PRAISE) {
            return Urgency.LOW;
        }
        double raised = likely + learned[Urgency.HIGH.ordinal()];
        boolean danger = rules == Urgency.CRITICAL || rules == Urgency.HIGH;
        if (raised >= HIGH_ALONE || (danger && raised >= HIGH_WITH_RULE)) {
            return Urgency.HIGH;
        }
        if (kind == Kind.OTHER) {
            return Urgency.LOW;
        }
        Nearness near = Deadlines.of(text, sentAt, zone);
        boolean due = kind == Kind.COMPLAINT ? near != Nearness.NONE : near == Nearness.NEAR_AND_BLOCKED;
        return due ? Urgency.HIGH : Urgency.NORMAL;
    }
}
