package id.sigap.triage.classify;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import id.sigap.runtime.problem.ProblemException;
import java.io.IOException;
import java.util.stream.Collectors;

/** Reads a {@link ClassifyRequest} strictly: unknown and repeated fields, other types and trailing text are refused. */
final class RequestReader {
    private static final String BODY = "body";
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    textual -> textual.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build()
            .readerFor(ClassifyRequest.class);

    private RequestReader() {}

    /**
     * Reads and checks.
     *
     * @throws ProblemException 400 that names the field
     */
    static ClassifyRequest read(byte[] json, int length) {
        ClassifyRequest request;
        try {
            request = READER.readValue(json, 0, length);
        } catch (IOException e) {
            throw ProblemException.badRequest(field(e), detail(e));
        }
        if (request == null || request.text() == null || request.text().isBlank()) {
            throw ProblemException.badRequest("text", "must be given and must not be blank");
        }
        if (request.text().length() > ClassifyRequest.LONGEST_TEXT) {
            throw ProblemException.badRequest(
                    "text", "must not be longer than " + ClassifyRequest.LONGEST_TEXT + " characters");
        }
        return request;
    }

    private static String field(IOException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return mapping.getPath().stream()
                    .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                    .collect(Collectors.joining("."));
        }
        return BODY;
    }

    /** In words of our own: the parser's may quote what a citizen wrote. */
    private static String detail(IOException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return "is not a field of this request";
        }
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return "is not what this field takes";
        }
        return e instanceof JacksonException ? "is not one JSON object" : "cannot be read";
    }
}
