package id.sigap.runtime.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a body of JSON: where, and what would be right; never what stands there. */
final class JsonMistake {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_FIELD = 200;

    private JsonMistake() {}

    static Problem of(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping) {
            ProblemException own = ownProblem(mapping);
            if (own != null) {
                return own.problem();
            }
            String field = field(mapping);
            return Problems.badRequest(field, detail(mapping, field));
        }
        JsonLocation at = e.getLocation();
        return Problems.badRequest(
                null,
                "The body is not valid JSON"
                        + (at == null ? "." : ": line " + at.getLineNr() + ", column " + at.getColumnNr() + "."));
    }

    /** A record's own check, thrown from its constructor, says it best. */
    private static @Nullable ProblemException ownProblem(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
        }
        return null;
    }

    private static @Nullable String field(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(step.getFieldName());
            }
        }
        if (path.length() == 0) {
            return null;
        }
        return path.length() > MAX_FIELD ? path.substring(0, MAX_FIELD) : path.toString();
    }

    private static String detail(JsonMappingException e, @Nullable String field) {
        if (e instanceof PropertyBindingException) {
            return "This field is not known here.";
        }
        Class<?> target = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (field == null) {
            return "The body is not of the form that this address takes.";
        }
        return target == null ? "The value is not valid." : "The value must be " + form(target) + ".";
    }

    private static String form(Class<?> target) {
        if (target.isEnum()) {
            return "one of "
                    + Arrays.stream(target.getEnumConstants())
                            .map(JsonMistake::wire)
                            .collect(Collectors.joining(", "));
        }
        if (target == UUID.class) {
            return "a UUID";
        }
        if (Temporal.class.isAssignableFrom(target)) {
            return "a date or time in ISO 8601, e.g. 2026-01-31T07:30:00.000Z";
        }
        if (target == boolean.class || target == Boolean.class) {
            return "true or false";
        }
        if (target == BigDecimal.class || target == double.class || target == Double.class || target == float.class) {
            return "a number";
        }
        if (target.isPrimitive() || target == BigInteger.class || Number.class.isAssignableFrom(target)) {
            return "a whole number in range";
        }
        if (CharSequence.class.isAssignableFrom(target)) {
            return "a text";
        }
        if (target.isArray() || Collection.class.isAssignableFrom(target)) {
            return "a list";
        }
        return Map.class.isAssignableFrom(target) || !target.getName().startsWith("java.") ? "an object" : "different";
    }

    private static String wire(Object constant) {
        return JSON.valueToTree(constant).asText();
    }
}
