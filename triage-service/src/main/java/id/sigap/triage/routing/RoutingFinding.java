package id.sigap.triage.routing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Something about an agency's routing rules that its author may not have meant.
 *
 * @param oddity what it is
 * @param rule where, as in the reason of a routing, e.g. {@code routing[3]}, or {@code defaultUnit}
 * @param by the rules before it that cause it, in order
 * @param sentence the same for a person
 */
public record RoutingFinding(Oddity oddity, String rule, List<String> by, String sentence) {
    /** Copies. */
    public RoutingFinding {
        by = List.copyOf(by);
    }

    /** What may be odd about a rule. */
    public enum Oddity {
        /** No message of the agency can be as it wants. */
        @JsonProperty("never-fits")
        NEVER_FITS,
        /** Whatever fits it is taken by rules before it. */
        @JsonProperty("never-fires")
        NEVER_FIRES,
        /** Some of its words decide nothing: whoever says them is taken by rules before it. */
        @JsonProperty("idle-words")
        IDLE_WORDS,
        /** Rules before it take a part of what fits it to other units; often just what the order is for. */
        @JsonProperty("partly-taken")
        PARTLY_TAKEN,
        /** The rules leave nothing over for the default unit. */
        @JsonProperty("default-never-reached")
        DEFAULT_NEVER_REACHED;

        /** Whether it is a mistake, and not only worth knowing. */
        public boolean isMistake() {
            return this == NEVER_FITS || this == NEVER_FIRES;
        }
    }
}
