package id.sigap.metrics.scorecard;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.Actor;
import id.sigap.metrics.figure.Quantile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the agencies answered the citizens who wrote in one month. All turns of it are old enough to be judged.
 *
 * @param month e.g. 2026-10
 * @param from its start in WIB
 * @param to its end, exclusive
 * @param targetSeconds how soon is {@code within}
 * @param ignoredAfterSeconds how long unanswered is {@code ignored}
 * @param fewest groups of fewer turns are not shown
 * @param agencies by name; not ranked
 */
public record Scorecard(
        String month,
        Instant from,
        Instant to,
        long targetSeconds,
        long ignoredAfterSeconds,
        int fewest,
        List<AgencyCard> agencies) {

    /** The card of one agency. */
    Optional<AgencyCard> of(String agency) {
        return agencies.stream().filter(card -> card.agency().equals(agency)).findFirst();
    }

    /** With the card of one agency alone. */
    Scorecard only(AgencyCard card) {
        return only(List.of(card));
    }

    /** With these cards alone. */
    Scorecard only(List<AgencyCard> cards) {
        return new Scorecard(month, from, to, targetSeconds, ignoredAfterSeconds, fewest, cards);
    }

    /**
     * One agency. Of one whose figures are not shown, nothing is: not even on which channels somebody wrote.
     *
     * @param agency its id
     * @param name as citizens know it
     * @param all its figures
     * @param byActor within the target by whom, as shares of all; none where the figures are not shown
     * @param coverage citizens who were answered ÷ citizens who wrote; absent for fewer than {@link Scorecard#fewest}
     * @param channels by the channel's word
     * @param kinds by the kind's word
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AgencyCard(
            String agency,
            String name,
            Card all,
            List<ActorShare> byActor,
            @Nullable Coverage coverage,
            List<Part> channels,
            List<Part> kinds) {}

    /**
     * A part of an agency's turns.
     *
     * @param name the word of a channel or kind
     * @param card its figures
     */
    public record Part(String name, Card card) {}

    /**
     * Figures, or that there are none to show.
     *
     * @param shown false for a group of fewer turns than are shown, or one that would reveal such a group
     * @param turns how many; absent if not shown, like all others
     * @param within share answered within the target, rounded to a thousandth
     * @param ignored share unanswered when that time was over, rounded to a thousandth
     * @param median when half of them were answered
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Card(
            boolean shown,
            @Nullable Long turns,
            @Nullable Double within,
            @Nullable Double ignored,
            @Nullable Quantile median) {
        static final Card NOT_SHOWN = new Card(false, null, null, null, null);
    }

    /** What one kind of responder answered within the target, as a share of all turns. */
    public record ActorShare(Actor actor, double within) {}

    /**
     * Citizens who got an answer to any of what they wrote.
     *
     * @param citizens how many wrote
     * @param answered share of them, rounded to a thousandth
     */
    public record Coverage(long citizens, double answered) {}
}
