package id.sigap.triage.classify;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.event.Triage;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Callers;
import id.sigap.runtime.access.Roles;
import id.sigap.runtime.problem.Problem;
import id.sigap.runtime.problem.ProblemException;
import id.sigap.triage.classify.Classification.Asked;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Triage of a stream of texts on request, answered while it is read, in constant memory. */
@Path("/api/v1/classify:batch")
@Tag(name = "Classify")
@Blocking
public class ClassifyBatchResource {
    /** Lines of JSON. */
    static final String NDJSON = "application/x-ndjson";

    private static final ObjectWriter WRITER = EventJson.mapper()
            .writer()
            .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            // What leaves and when is for the loop to say, not for each value.
            .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

    /** So many lines wait at most to be read together; bad ones count too. */
    private static final int MOST_LINES = 512;

    private final Classification classification;
    private final Callers callers;

    /** Over the triager. */
    public ClassifyBatchResource(Classification classification, Callers callers) {
        this.classification = classification;
        this.callers = callers;
    }

    /** Any number of texts, one JSON object a line; each is answered by one line, in order. */
    @POST
    @Consumes(NDJSON)
    @Produces(NDJSON)
    @RolesAllowed({Roles.INTEGRATION, Roles.AGENT})
    @Operation(
            operationId = "classifyBatch",
            summary = "Triage a stream of texts",
            description =
                    "One ClassifyRequest a line. Every line that is not blank is answered by one line, in order: its"
                            + " number with a triage, or with a problem. A bad line never fails the batch.")
    @RequestBody(required = true, content = @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "200",
            description = "One line per line",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = ClassifiedLine.class)))
    public StreamingOutput classifyBatch(InputStream body) {
        Caller caller = callers.current();
        return out -> answerLines(new LineReader(body, BodyCap.LARGEST), out, caller);
    }

    private void answerLines(LineReader lines, OutputStream out, Caller caller) throws IOException {
        long number = 0;
        List<Line> waiting = new ArrayList<>();
        while (lines.next()) {
            number++;
            if (!lines.isBlank()) {
                waiting.add(line(number, lines, caller));
            }
            if (lines.mustWait()) {
                answer(waiting, out);
                // Whoever waits for an answer before sending the next line must get it.
                out.flush();
            } else if (waiting.size() >= MOST_LINES || classification.isEnough(asked(waiting))) {
                answer(waiting, out);
            }
        }
        answer(waiting, out);
    }

    private Line line(long number, LineReader lines, Caller caller) {
        try {
            if (lines.isTooLong()) {
                throw ProblemException.tooLarge("A line may have " + BodyCap.LARGEST + " bytes.");
            }
            ClassifyRequest request = RequestReader.read(lines.bytes(), lines.length());
            return new Line(number, classification.asked(request, caller), null);
        } catch (ProblemException e) {
            return new Line(number, null, e.problem());
        }
    }

    private void answer(List<Line> lines, OutputStream out) throws IOException {
        Iterator<Triage> triages = classification.of(asked(lines)).iterator();
        for (Line line : lines) {
            Triage triage = line.asked() == null ? null : triages.next();
            WRITER.writeValue(out, new ClassifiedLine(line.number(), triage, line.problem()));
            out.write('\n');
        }
        lines.clear();
    }

    private static List<Asked> asked(List<Line> lines) {
        return lines.stream().flatMap(line -> Stream.ofNullable(line.asked())).toList();
    }

    /**
     * A line that waits for its answer.
     *
     * @param number its number, from 1
     * @param asked what it asks for, if it is good
     * @param problem what is wrong with it, if it is not
     */
    private record Line(
            long number, @Nullable Asked asked, @Nullable Problem problem) {}
}
