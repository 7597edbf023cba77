package id.sigap.contracts.event;

import java.time.Instant;
import java.util.UUID;

/** One thing that happened, immutable, as all services see it. */
public sealed interface SigapEvent
        permits MessageEvent, TriageEvent, CaseEvent, ResponsivenessEvent, AlertEvent, IncidentEvent {
    /** Which kind of event this is; decides topic, CloudEvents type and schema. */
    EventType type();

    /** Computed from what the event is about: the same happening has the same id, however often it is told. */
    UUID id();

    /** The Kafka key; events of one conversation share it and stay in order. */
    String key();

    /** When it happened ({@code ce_time}). */
    Instant time();
}
