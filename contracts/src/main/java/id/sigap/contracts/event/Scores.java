package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Kind;

/**
 * Calibrated probabilities of the kinds; they sum to 1.
 *
 * @param complaint keluhan
 * @param question pertanyaan
 * @param praise apresiasi
 * @param other lainnya
 * @param spam spam
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Scores(double complaint, double question, double praise, double other, double spam) {

    /** The probability of one kind. */
    public double of(Kind kind) {
        return switch (kind) {
            case COMPLAINT -> complaint;
            case QUESTION -> question;
            case PRAISE -> praise;
            case OTHER -> other;
            case SPAM -> spam;
        };
    }
}
