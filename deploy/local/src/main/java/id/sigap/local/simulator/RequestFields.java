package id.sigap.local.simulator;

import id.sigap.contracts.Channel;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a request's JSON object, read strictly: what is unknown or of a wrong type is named and refused. */
final class RequestFields {
    private final JsonObject json;

    private RequestFields(JsonObject json) {
        this.json = json;
    }

    static RequestFields of(RoutingContext context, Set<String> known) {
        JsonObject json;
        try {
            json = context.body().asJsonObject();
        } catch (DecodeException | ClassCastException e) {
            throw new InvalidInputException("body", "must be a JSON object");
        }
        if (json == null) {
            throw new InvalidInputException("body", "must be a JSON object");
        }
        for (String field : json.fieldNames()) {
            if (!known.contains(field)) {
                throw new InvalidInputException(
                        field,
                        "is not known here; known are "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        }
        return new RequestFields(json);
    }

    boolean has(String field) {
        return json.getValue(field) != null;
    }

    @Nullable
    String text(String field) {
        Object value = json.getValue(field);
        if (value != null && !(value instanceof String)) {
            throw new InvalidInputException(field, "must be a string");
        }
        return (String) value;
    }

    String requiredText(String field) {
        String value = text(field);
        if (value == null || value.isBlank()) {
            throw new InvalidInputException(field, "is required");
        }
        return value;
    }

    @Nullable
    Integer number(String field) {
        Object value = json.getValue(field);
        if (value == null) {
            return null;
        }
        if (value instanceof Integer number) {
            return number;
        }
        throw new InvalidInputException(field, "must be a whole number");
    }

    int number(String field, int otherwise) {
        Integer value = number(field);
        return value == null ? otherwise : value;
    }

    @Nullable
    Instant time(String field) {
        return time(field, text(field));
    }

    static @Nullable Instant time(String field, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw new InvalidInputException(field, "must be a time such as 2026-11-22T06:00:00Z");
        }
    }

    static @Nullable Channel channel(String field, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            return Channel.of(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(field, "is not a channel");
        }
    }
}
