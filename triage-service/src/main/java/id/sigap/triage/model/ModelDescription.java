package id.sigap.triage.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a model.
 *
 * @param model name and version, as triages name it
 * @param features how many features it knows
 * @param kindsBy the ONNX model that decides kinds in its place, for all agencies; absent when none is configured
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelDescription(
        String model, int features, @Nullable String kindsBy) {}
