package id.sigap.reply;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that an interface of words says, by what was asked. */
public final class Sentences {
    private Sentences() {}

    /** Asks every question once with each of some values for every parameter. */
    public static <W> Map<String, String> of(Class<W> asked, W words) {
        Map<String, String> said = new TreeMap<>();
        for (Method method : asked.getMethods()) {
            if (Modifier.isAbstract(method.getModifiers()) && method.getReturnType() == String.class) {
                method.setAccessible(true);
                for (List<Object> arguments : combinations(method.getParameterTypes())) {
                    said.put(method.getName() + arguments, said(method, words, arguments));
                }
            }
        }
        return said;
    }

    private static String said(Method method, Object words, List<Object> arguments) {
        try {
            return (String) method.invoke(words, arguments.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(method.getName(), e);
        }
    }

    private static List<List<Object>> combinations(Class<?>[] types) {
        List<List<Object>> all = List.of(List.of());
        for (Class<?> type : types) {
            List<List<Object>> longer = new ArrayList<>();
            for (List<Object> shorter : all) {
                for (Object value : values(type)) {
                    List<Object> one = new ArrayList<>(shorter);
                    one.add(value);
                    longer.add(one);
                }
            }
            all = longer;
        }
        return all;
    }

    private static List<Object> values(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.asList(type.getEnumConstants());
        }
        if (type == boolean.class) {
            return List.of(true, false);
        }
        if (type == int.class) {
            return List.of(0, 1, 2, 404);
        }
        if (type == long.class) {
            return List.of(0L, 3L);
        }
        if (type == Duration.class) {
            return List.of(Duration.ofSeconds(5), Duration.ofMinutes(7), Duration.ofHours(3), Duration.ofDays(4));
        }
        if (type == String.class) {
            return List.of("drafted");
        }
        throw new IllegalArgumentException("no values of " + type);
    }
}
