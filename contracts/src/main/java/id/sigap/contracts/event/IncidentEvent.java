package id.sigap.contracts.event;

import id.sigap.contracts.Topics;

/** What triage instances tell each other of events that many write of. Travels on {@link Topics#INCIDENTS}. */
public sealed interface IncidentEvent extends SigapEvent permits IncidentSketched {}
