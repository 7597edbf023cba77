package id.sigap.metrics.responsiveness;

import id.sigap.contracts.Actor;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.problem.ProblemException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks of what a caller asks for, alike for all routes. */
public final class Scope {
    private Scope() {}

    /**
     * Whose figures to show: the agency that is asked for, else all that the caller may see.
     *
     * @throws ProblemException 404 if it is another's
     */
    public static Set<String> agencies(Caller caller, @Nullable String asked) {
        String agency = given(asked);
        if (agency == null) {
            return caller.agencies();
        }
        caller.mustSee(agency);
        return Set.of(agency);
    }

    /**
     * A channel's word, or null for all.
     *
     * @throws ProblemException 400 if there is no such channel
     */
    public static @Nullable String channel(@Nullable String asked) {
        String channel = given(asked);
        try {
            return channel == null ? null : Channel.of(channel).wire();
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("channel", String.valueOf(e.getMessage()));
        }
    }

    /**
     * A kind's word, or null for all.
     *
     * @throws ProblemException 400 if there is no such kind
     */
    public static @Nullable String kind(@Nullable String asked) {
        String kind = given(asked);
        try {
            return kind == null ? null : Kind.of(kind).wire();
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("kind", String.valueOf(e.getMessage()));
        }
    }

    /**
     * A kind of responder, or null for all.
     *
     * @throws ProblemException 400 if there is no such kind
     */
    public static @Nullable Actor actor(@Nullable String asked) {
        String actor = given(asked);
        try {
            return actor == null ? null : Actor.of(actor);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("actor", String.valueOf(e.getMessage()));
        }
    }

    /** What was given, or null for nothing and for blank. */
    public static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
