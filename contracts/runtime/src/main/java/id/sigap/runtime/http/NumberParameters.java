package id.sigap.runtime.http;

import id.sigap.runtime.problem.ProblemException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers and truth values of queries and forms. What is none is a 400 that names the parameter, where the
 * framework would answer that the address does not exist.
 */
@Provider
public class NumberParameters implements ParamConverterProvider {
    private static final Map<Class<?>, Reader<?>> READERS = Map.of(
            int.class, new Reader<>(Integer::valueOf, "a whole number"),
            Integer.class, new Reader<>(Integer::valueOf, "a whole number"),
            long.class, new Reader<>(Long::valueOf, "a whole number"),
            Long.class, new Reader<>(Long::valueOf, "a whole number"),
            boolean.class, new Reader<>(NumberParameters::truth, "true or false"),
            Boolean.class, new Reader<>(NumberParameters::truth, "true or false"));

    /** How a value is read, and what it must be. */
    private record Reader<T>(Function<String, T> read, String what) {}

    @Override
    @SuppressWarnings("unchecked") // each reader stands under its own class
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Reader<T> reader = (Reader<T>) READERS.get(type);
        String name = name(annotations);
        return reader == null || name == null ? null : new Converter<>(name, reader);
    }

    private static @Nullable String name(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            String name = null;
            if (annotation instanceof QueryParam query) {
                name = query.value();
            } else if (annotation instanceof RestQuery query) {
                name = query.value();
            } else if (annotation instanceof FormParam form) {
                name = form.value();
            } else if (annotation instanceof RestForm form) {
                name = form.value();
            }
            if (name != null && !name.isEmpty()) {
                return name;
            }
        }
        return null;
    }

    private static Boolean truth(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new IllegalArgumentException("neither true nor false");
    }

    /** Reads the values of one parameter. */
    private record Converter<T>(String name, Reader<T> reader) implements ParamConverter<T> {
        @Override
        public @Nullable T fromString(@Nullable String text) {
            if (text == null || text.isBlank()) {
                return null;
            }
            try {
                return reader.read().apply(text.strip());
            } catch (IllegalArgumentException e) {
                throw ProblemException.badRequest(name, "It must be " + reader.what() + ".");
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
