package id.sigap.triage.learning.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.triage.learning.Decision;
import id.sigap.triage.learning.ModelVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The models of an agency.
 *
 * @param agency whose
 * @param inForce the name of the one that reads its messages now
 * @param bundled the name of the one that it began with, and can go back to
 * @param kindsBy name and version of what decides kinds, if that is not the one in force but an ONNX model in its place
 * @param versions those that its corrections made, newest first
 * @param lastDecision what came of the last training; absent when there was none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgencyModels(
        String agency,
        String inForce,
        String bundled,
        @Nullable String kindsBy,
        List<ModelVersion> versions,
        @Nullable Decision lastDecision) {}
