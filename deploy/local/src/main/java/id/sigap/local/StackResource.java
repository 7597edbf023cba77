package id.sigap.local;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a service's Quarkus tests a stack of their own and points the service at it.
 *
 * <pre>{@code
 * @QuarkusTest
 * @WithTestResource(value = StackResource.class, initArgs = {
 *     @ResourceArg(name = "parts", value = "postgres,kafka,keycloak"),
 *     @ResourceArg(name = "service", value = "ingest-service")})
 * class SomethingIT {}
 * }</pre>
 *
 * The service gets the properties of {@link LocalStack#serviceProperties}. A test reaches the stack itself, e.g. to stop
 * Kafka, through {@link #stack()}.
 */
public final class StackResource implements QuarkusTestResourceLifecycleManager {

    private static volatile @Nullable LocalStack running;

    private String service = "";
    private StackPart[] parts = {};

    /** Created by Quarkus. */
    public StackResource() {}

    /**
     * The stack of the running test application.
     *
     * @throws IllegalStateException when no test application runs
     */
    public static LocalStack stack() {
        LocalStack current = running;
        if (current == null) {
            throw new IllegalStateException("no stack runs: annotate the test with StackResource");
        }
        return current;
    }

    /** Takes {@code parts}, names of {@link StackPart} with commas between, and {@code service}, a module's name. */
    @Override
    public void init(Map<String, String> arguments) {
        parts = Arrays.stream(arguments.getOrDefault("parts", "postgres,kafka").split(",", -1))
                .map(name -> StackPart.valueOf(name.trim().toUpperCase(Locale.ROOT)))
                .toArray(StackPart[]::new);
        service = arguments.getOrDefault("service", "");
    }

    @Override
    public Map<String, String> start() {
        LocalStack stack = LocalStack.start(StackOptions.forTests(parts));
        running = stack;
        return new HashMap<>(stack.serviceProperties(service));
    }

    @Override
    public void stop() {
        LocalStack current = running;
        running = null;
        if (current != null) {
            current.close();
        }
    }
}
