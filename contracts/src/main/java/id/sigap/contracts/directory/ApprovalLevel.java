package id.sigap.contracts.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import id.sigap.contracts.Wire;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who gives an approval, and what happens when they are silent. An agency without one lets any of its supervisors.
 *
 * @param level which approval, 1 or 2
 * @param units for cases of these units or of one below; empty for all
 * @param approvers people, by login name
 * @param roles roles of the realm; who has one of them may approve too
 * @param deputies people who may when the approvers were silent for one time-out
 * @param target by when an approver should have decided, from the beginning of the wait; absent when nothing is aimed at
 * @param timeout after which the approval is handed on: to the deputies, to the next level's approvers, then unit by
 *     unit upwards to the supervisors; absent when it waits for the approvers alone
 * @param edited who must agree when an approver changes the text; {@link Edited#ANOTHER_APPROVER} when absent
 */
public record ApprovalLevel(
        int level,
        List<String> units,
        List<String> approvers,
        List<String> roles,
        List<String> deputies,
        @Nullable Duration target,
        @Nullable Duration timeout,
        @Nullable Edited edited) {
    /** Copies. */
    public ApprovalLevel {
        units = units == null ? List.of() : List.copyOf(units);
        approvers = approvers == null ? List.of() : List.copyOf(approvers);
        roles = roles == null ? List.of() : List.copyOf(roles);
        deputies = deputies == null ? List.of() : List.copyOf(deputies);
    }

    /** Who agrees to an approver's own words. In both cases two people have agreed to exactly the text that is sent. */
    public enum Edited {
        /** Another person who may give this approval. */
        ANOTHER_APPROVER("another-approver"),
        /** The person who submitted the answer: then the approver's change counts as their approval. */
        AUTHOR_CONFIRMS("author-confirms");

        private final String wire;

        Edited(String wire) {
            this.wire = wire;
        }

        /** The word as it stands in the directory. */
        @JsonValue
        public String wire() {
            return wire;
        }

        /**
         * The constant of a word.
         *
         * @throws IllegalArgumentException if no constant has this word
         */
        @JsonCreator
        public static Edited of(String wire) {
            return Wire.of(values(), Edited::wire, wire);
        }
    }
}
