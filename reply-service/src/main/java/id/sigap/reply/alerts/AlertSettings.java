package id.sigap.reply.alerts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How people and other systems are told of alerts. */
@ConfigMapping(prefix = "sigap.alerts")
public interface AlertSettings {
    /** What happened longer ago is told nobody: a consumer that begins anew must not tell history. */
    @WithDefault("PT24H")
    Duration staleAfter();

    /** How long one tries to tell. */
    @WithDefault("PT24H")
    Duration giveUp();

    /** A receiver gets one mail in this time; what comes meanwhile is gathered for the next one. */
    @WithDefault("PT1M")
    Duration mailEvery();

    /** A receiver gets one mail in this time when a turn would be overdue before the next one. */
    @WithDefault("PT10S")
    Duration urgentMailEvery();

    /** How long before a mail that was not taken is tried again; twice as long each time, at most a quarter of an hour. */
    @WithDefault("PT5S")
    Duration firstWait();
}
