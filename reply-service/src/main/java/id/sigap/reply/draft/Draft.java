package id.sigap.reply.draft;

import java.util.List;
import java.util.function.Function;

/** What the composer made of a turn: a text, and what it leaves to do. The text can always be sent as it is. */
public sealed interface Draft {
    /** The text; it fits the channel. */
    String text();

    /** The articles that it quotes, in the order of quoting. */
    List<Source> sources();

    /** Applies the function for this outcome's own kind. */
    <R> R fold(Function<Ready, R> ready, Function<NeedsDetail, R> needsDetail, Function<NeedsPerson, R> needsPerson);

    /** The word of the outcome, as it stands in the database, the API and on screens. */
    default String outcome() {
        return fold(ready -> "ready", detail -> "needs-detail", person -> "needs-person");
    }

    /** The details that it asks for, by the slots' ids. */
    default List<String> asked() {
        return fold(Ready::asks, NeedsDetail::asks, NeedsPerson::asks);
    }

    /** Why a person must look; the empty word when none must. */
    default String reason() {
        return fold(ready -> "", detail -> "", person -> person.why().wire());
    }

    /** Whether a policy may release it without a person. */
    default boolean mayGoByItself() {
        return fold(ready -> true, detail -> true, person -> false);
    }

    /** The same outcome in other words. */
    default Draft saying(String other) {
        return fold(
                ready -> new Ready(other, ready.sources(), ready.asks()),
                detail -> new NeedsDetail(other, detail.sources(), detail.asks()),
                person -> new NeedsPerson(other, person.sources(), person.asks(), person.why()));
    }

    /**
     * Everything that was asked is answered, or nothing was.
     *
     * @param asks details that would help and that nothing waits for
     */
    record Ready(String text, List<Source> sources, List<String> asks) implements Draft {
        /** Copies. */
        public Ready {
            sources = List.copyOf(sources);
            asks = List.copyOf(asks);
        }

        @Override
        public <R> R fold(
                Function<Ready, R> ready, Function<NeedsDetail, R> needsDetail, Function<NeedsPerson, R> needsPerson) {
            return ready.apply(this);
        }
    }

    /**
     * The citizen must tell something first; the text asks for it.
     *
     * @param asks what is missing, by the slots' ids
     */
    record NeedsDetail(String text, List<Source> sources, List<String> asks) implements Draft {
        /** Copies. */
        public NeedsDetail {
            sources = List.copyOf(sources);
            asks = List.copyOf(asks);
        }

        @Override
        public <R> R fold(
                Function<Ready, R> ready, Function<NeedsDetail, R> needsDetail, Function<NeedsPerson, R> needsPerson) {
            return needsDetail.apply(this);
        }
    }

    /**
     * Somebody must look before anything is sent; the text says by when they hear from us.
     *
     * @param asks what is missing beside, by the slots' ids
     * @param why the first reason that holds
     */
    record NeedsPerson(String text, List<Source> sources, List<String> asks, Why why) implements Draft {
        /** Copies. */
        public NeedsPerson {
            sources = List.copyOf(sources);
            asks = List.copyOf(asks);
        }

        @Override
        public <R> R fold(
                Function<Ready, R> ready, Function<NeedsDetail, R> needsDetail, Function<NeedsPerson, R> needsPerson) {
            return needsPerson.apply(this);
        }
    }

    /** Why a person must look. */
    enum Why {
        /** A report of corruption or abuse of office: no machine answers it. */
        WHISTLE_BLOWING("whistle-blowing"),
        /** Life may be in danger. */
        DANGER("danger"),
        /** Triage is not sure what the message is. */
        UNSURE("unsure"),
        /** No article answers it. */
        NO_ANSWER("no-answer"),
        /** Articles answer some of what was asked, and not all. */
        PART_OPEN("part-open"),
        /** By when somebody answers, or the law wants it settled, cannot be said: a calendar lacks a year's holidays. */
        NO_CALENDAR("no-calendar");

        private final String wire;

        Why(String wire) {
            this.wire = wire;
        }

        /** The word as it stands in the database, the API and on screens. */
        public String wire() {
            return wire;
        }
    }
}
