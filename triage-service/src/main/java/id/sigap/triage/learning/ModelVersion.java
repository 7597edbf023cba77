package id.sigap.triage.learning;

import java.time.Instant;

/**
 * A model that an agency's corrections made.
 *
 * @param name as triages name it
 * @param agency whose it is
 * @param base fingerprint of the bundled model that it adds to; of no use to another one
 * @param trainedAt when
 * @param corrections how many it learned from
 * @param learnedUntil the time of the newest of them
 * @param by who wanted it trained
 * @param before how well the model before it did on the newest corrections
 * @param after how well it did on them, having learned from the older ones
 */
public record ModelVersion(
        String name,
        String agency,
        String base,
        Instant trainedAt,
        int corrections,
        Instant learnedUntil,
        String by,
        Score before,
        Score after) {}
