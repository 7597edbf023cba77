package id.sigap.contracts.event;

import id.sigap.contracts.Topics;
import java.util.function.Function;

/** What needs somebody's eyes. Travels on {@link Topics#ALERTS}. */
public sealed interface AlertEvent extends SigapEvent permits TurnDueSoon, TurnOverdue, ChannelSilent, SurgeDetected {
    /** What decides who is told. */
    AlertFacts facts();

    /** What the function of its type makes of it. */
    <T> T fold(
            Function<TurnDueSoon, T> dueSoon,
            Function<TurnOverdue, T> overdue,
            Function<ChannelSilent, T> silent,
            Function<SurgeDetected, T> surge);
}
