package id.sigap.triage.kind;

import id.sigap.contracts.Kind;
import id.sigap.contracts.event.Because;
import id.sigap.contracts.event.Scores;
import java.util.List;

/**
 * What a message is, and why.
 *
 * @param kind the most probable kind
 * @param confidence its probability
 * @param scores of all kinds; they sum to 1
 * @param because the words that spoke most for the kind, heaviest first
 */
public record KindDecision(Kind kind, double confidence, Scores scores, List<Because> because) {}
