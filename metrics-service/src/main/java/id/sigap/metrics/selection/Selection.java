package id.sigap.metrics.selection;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.metrics.index.Lane;
import id.sigap.metrics.turn.ActivityKey;
import id.sigap.metrics.turn.TurnRow;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose turns are asked about. What an agency does not name in a map is not wanted of it.
 *
 * @param agencies only what the caller may see
 * @param units by agency: a unit and all below it; null for all, the unknown too
 * @param topics by agency: a topic and all below it; null for all
 * @param account an account's id, or null for all
 * @param channel a channel, or null for all
 * @param kind a kind, or null for all
 */
public record Selection(
        Set<String> agencies,
        @Nullable Map<String, Set<String>> units,
        @Nullable Map<String, Set<String>> topics,
        @Nullable String account,
        @Nullable Channel channel,
        @Nullable Kind kind) {
    /** Everything of agencies. */
    public static Selection all(Set<String> agencies) {
        return new Selection(agencies, null, null, null, null, null);
    }

    /** Whether the turn is wanted. */
    public boolean wants(TurnRow row) {
        return agencies.contains(row.agency())
                && holds(units, row.agency(), row.unit())
                && holds(topics, row.agency(), row.topic())
                && (account == null || account.equals(row.account()))
                && (channel == null || channel == row.channel())
                && (kind == null || kind == row.kind());
    }

    /** Whether turns of an agency's lane may be wanted. */
    boolean wants(String agency, Lane lane) {
        return agencies.contains(agency)
                && holds(units, agency, lane.unit())
                && (channel == null || channel == lane.channel())
                && (kind == null || kind == lane.kind());
    }

    /** Whether of a lane that is wanted an account's and topic's turns are. */
    boolean wants(String agency, String ofAccount, String ofTopic) {
        return (account == null || account.equals(ofAccount)) && holds(topics, agency, ofTopic);
    }

    /** Whether the account's hour is wanted; units, topics and kinds have no part in it. */
    public boolean wants(ActivityKey key) {
        return agencies.contains(key.agency())
                && (account == null || account.equals(key.account()))
                && (channel == null || channel == key.channel());
    }

    private static boolean holds(@Nullable Map<String, Set<String>> wanted, String agency, String id) {
        return wanted == null || wanted.getOrDefault(agency, Set.of()).contains(id);
    }
}
