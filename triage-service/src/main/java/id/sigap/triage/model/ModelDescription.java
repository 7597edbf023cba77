package id.sigap.triage.model;

/**
 * What is known of a model.
 *
 * @param model name and version, as triages name it
 * @param features how many features it knows
 */
public record ModelDescription(String model, int features) {}
