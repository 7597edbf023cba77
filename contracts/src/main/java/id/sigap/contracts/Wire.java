package id.sigap.contracts;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds an enum constant by its written word, and says which words there are when none fits. */
public final class Wire {
    private Wire() {}

    /**
     * The constant whose word is {@code wire}.
     *
     * @throws IllegalArgumentException naming the words that are allowed
     */
    public static <E extends Enum<E>> E of(E[] constants, Function<E, String> word, String wire) {
        for (E constant : constants) {
            if (word.apply(constant).equals(wire)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(
                "must be one of " + Arrays.stream(constants).map(word).collect(Collectors.joining(", ")));
    }
}
