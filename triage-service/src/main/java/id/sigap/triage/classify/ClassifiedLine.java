package id.sigap.triage.classify;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.event.Triage;
import id.sigap.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line of a batch: a triage or a problem.
 *
 * @param line its number in what was sent, from 1; blank lines are counted and have no answer
 * @param triage what was understood
 * @param problem why it could not be triaged
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClassifiedLine(
        long line, @Nullable Triage triage, @Nullable Problem problem) {}
