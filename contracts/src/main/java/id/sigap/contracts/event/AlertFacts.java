package id.sigap.contracts.event;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * Whom and what an alert is about; what it is not about, or does not say, is absent.
 *
 * @param agency the agency (tenant)
 * @param unit the unit whose turn waits
 * @param account the account
 * @param channel the account's channel
 * @param kind what was written
 * @param urgency how urgent it is
 */
public record AlertFacts(
        String agency,
        @Nullable String unit,
        @Nullable String account,
        @Nullable Channel channel,
        @Nullable Kind kind,
        @Nullable Urgency urgency) {}
