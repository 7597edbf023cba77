package id.sigap.metrics.turn;

import id.sigap.contracts.Actor;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What became of a turn. The order is part of stored cells: add at the end only. */
public enum Outcome {
    /** Nobody has answered yet. */
    WAITING("waiting"),
    /** A person wrote or changed the answer. */
    ANSWERED_HUMAN("answered-human"),
    /** A person released the system's draft unchanged. */
    ANSWERED_APPROVED_DRAFT("answered-approved-draft"),
    /** The system answered by policy. */
    ANSWERED_AUTOMATIC("answered-automatic"),
    /** The citizen took everything back before an answer. */
    WITHDRAWN("withdrawn"),
    /** The case was closed and nobody had answered. */
    CLOSED("closed");

    private static final Map<String, Outcome> BY_WIRE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Outcome::wire, Function.identity()));

    private final String wire;

    Outcome(String wire) {
        this.wire = wire;
    }

    /** The word as it stands in published cells. */
    public String wire() {
        return wire;
    }

    /** Whether the citizen got a response. */
    public boolean answered() {
        return this == ANSWERED_HUMAN || this == ANSWERED_APPROVED_DRAFT || this == ANSWERED_AUTOMATIC;
    }

    /** The outcome of a turn that this actor answered. */
    public static Outcome answeredBy(Actor actor) {
        return switch (actor) {
            case HUMAN -> ANSWERED_HUMAN;
            case APPROVED_DRAFT -> ANSWERED_APPROVED_DRAFT;
            case AUTOMATIC -> ANSWERED_AUTOMATIC;
        };
    }

    /**
     * The outcome of a word.
     *
     * @throws IllegalArgumentException if no outcome has this word
     */
    public static Outcome of(String wire) {
        Outcome outcome = BY_WIRE.get(wire);
        if (outcome == null) {
            throw new IllegalArgumentException("must be one of " + BY_WIRE.keySet());
        }
        return outcome;
    }
}
