package id.sigap.reply.cases;

import java.util.function.Function;

/** What the {@link CaseLife} says to an act. */
public sealed interface Transition {
    /** Applies the function for this outcome's own kind. */
    <R> R fold(Function<Moved, R> moved, Function<Refused, R> refused);

    /**
     * The act is allowed.
     *
     * @param to the state afterwards, maybe the same
     */
    record Moved(CaseState to) implements Transition {
        @Override
        public <R> R fold(Function<Moved, R> moved, Function<Refused, R> refused) {
            return moved.apply(this);
        }
    }

    /**
     * The act does not fit the state.
     *
     * @param from the state
     * @param act what was tried
     * @param why a sentence for whoever tried it
     */
    record Refused(CaseState from, CaseAct act, String why) implements Transition {
        @Override
        public <R> R fold(Function<Moved, R> moved, Function<Refused, R> refused) {
            return refused.apply(this);
        }
    }
}
