package id.sigap.contracts.event;

import id.sigap.contracts.Topics;

/** What triage understood. Travels on {@link Topics#TRIAGE}. */
public sealed interface TriageEvent extends SigapEvent permits MessageTriaged, MessageRetriaged {}
