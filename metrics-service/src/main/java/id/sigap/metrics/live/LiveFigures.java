package id.sigap.metrics.live;

import id.sigap.metrics.backlog.Backlog;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An agency's figures of this moment. Ages are not in them but moments are, so that they stay the same while nothing
 * happens: whoever shows them counts on.
 *
 * @param asOf the moment
 * @param agency whose
 * @param total of all channels
 * @param channels those that the agency has, and others on which somebody waits or wrote today, in the order of their
 *     words
 */
public record LiveFigures(Instant asOf, String agency, Now total, List<OfChannel> channels) {
    /**
     * One channel.
     *
     * @param channel its word
     * @param now its figures
     */
    @Schema(name = "LiveChannel")
    public record OfChannel(String channel, Now now) {}

    /**
     * What is so now.
     *
     * @param waiting turns that nothing has ended
     * @param dueSoon of which a promise is in its last part and not yet broken
     * @param overdue whose target has passed
     * @param overdueByLaw whose deadline by law has passed
     * @param oldest the one that has waited longest; absent if none waits. Its {@code seconds} are those of {@code asOf}
     * @param today what began today
     */
    @Schema(name = "LiveNow")
    public record Now(
            long waiting, long dueSoon, long overdue, long overdueByLaw, Backlog.@Nullable Oldest oldest, Today today) {
        boolean sameAs(Now other) {
            return waiting == other.waiting
                    && dueSoon == other.dueSoon
                    && overdue == other.overdue
                    && overdueByLaw == other.overdueByLaw
                    && startsAt(oldest) == startsAt(other.oldest)
                    && today.equals(other.today);
        }

        private static long startsAt(Backlog.@Nullable Oldest one) {
            return one == null ? 0 : one.startsAt().toEpochMilli();
        }
    }

    /**
     * Turns that began today, by the agency's zone.
     *
     * @param day the day
     * @param turns that began
     * @param answered of which an answer was accepted
     * @param judged whose own target has passed, answered or not
     * @param within of those judged, answered within their own target
     * @param share within ÷ judged; absent if none can be judged yet
     */
    @Schema(name = "LiveToday")
    public record Today(
            LocalDate day,
            long turns,
            long answered,
            long judged,
            long within,
            @Nullable Double share) {}

    /** Whether this says the same as another, of another moment. */
    public boolean sameAs(LiveFigures other) {
        boolean same =
                agency.equals(other.agency) && total.sameAs(other.total) && channels.size() == other.channels.size();
        for (int i = 0; same && i < channels.size(); i++) {
            same = channels.get(i).channel().equals(other.channels.get(i).channel())
                    && channels.get(i).now().sameAs(other.channels.get(i).now());
        }
        return same;
    }
}
