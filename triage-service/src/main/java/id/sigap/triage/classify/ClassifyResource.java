package id.sigap.triage.classify;

import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.event.Triage;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.http.RawBody;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Triage of one text on request. */
@Path("/api/v1/classify")
@Tag(name = "Classify")
@Blocking
public class ClassifyResource {
    private final Classification classification;
    private final Callers callers;
    private final RawBody body;

    /** Over the triager. */
    public ClassifyResource(Classification classification, Callers callers, RawBody body) {
        this.classification = classification;
        this.callers = callers;
        this.body = body;
    }

    /** One text. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INTEGRATION, Roles.AGENT})
    @Operation(operationId = "classify", summary = "Triage one text")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ClassifyRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "What was understood",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Triage.class)))
    public Response classify() throws IOException {
        byte[] json = body.bytes();
        Triage triage = classification.of(RequestReader.read(json, json.length), callers.current());
        return Response.ok(EventJson.mapper().writeValueAsBytes(triage), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
