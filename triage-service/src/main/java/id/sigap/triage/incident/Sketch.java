package id.sigap.triage.incident;

import id.sigap.contracts.directory.Topic;
import id.sigap.contracts.event.SketchedMessage;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as far as incidents need it: who, when, what about, and hashes of its words. No word can be read from it; who
 * holds it can only guess words and compare. Numbers, addresses and personal data are not in it.
 */
public final class Sketch {
    private final UUID message;
    private final UUID conversation;
    private final long at;
    private final String topic;
    private final boolean asks;
    private final Terms terms;

    /**
     * A sketch.
     *
     * @param at when it came in, milliseconds of the epoch
     * @param topic the agency's topic, or {@link Topic#NONE}
     * @param asks whether it is a complaint or a question, of which alone an incident begins
     * @param terms what it is made of
     */
    public Sketch(UUID message, UUID conversation, long at, String topic, boolean asks, Terms terms) {
        this.message = message;
        this.conversation = conversation;
        this.at = at;
        this.topic = topic;
        this.asks = asks;
        this.terms = terms;
    }

    /**
     * As another instance told it.
     *
     * @throws IllegalArgumentException if its terms are none
     */
    static Sketch of(SketchedMessage told) {
        return new Sketch(
                told.message(),
                told.conversation(),
                told.receivedAt().toEpochMilli(),
                told.topic(),
                told.asks(),
                PackedTerms.terms(told.terms(), told.topics()));
    }

    /** As it is told to other instances. */
    SketchedMessage told(@Nullable String incident) {
        return new SketchedMessage(
                message,
                conversation,
                Instant.ofEpochMilli(at),
                topic,
                asks,
                incident,
                terms.topics(),
                PackedTerms.of(terms));
    }

    UUID message() {
        return message;
    }

    UUID conversation() {
        return conversation;
    }

    /** When it came in, milliseconds of the epoch. */
    long at() {
        return at;
    }

    String topic() {
        return topic;
    }

    /** Whether it is a complaint or a question. */
    boolean asks() {
        return asks;
    }

    Terms terms() {
        return terms;
    }
}
