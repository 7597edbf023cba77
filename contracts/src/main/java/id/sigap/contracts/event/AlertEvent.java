package id.sigap.contracts.event;

import id.sigap.contracts.Topics;

/** What needs somebody's eyes. Travels on {@link Topics#ALERTS}. */
public sealed interface AlertEvent extends SigapEvent permits TurnDueSoon, TurnOverdue, ChannelSilent, SurgeDetected {}
