package id.sigap.journey;

import id.sigap.local.LocalStack;
import id.sigap.local.ServiceProcess;
import id.sigap.local.StackOptions;
import id.sigap.local.StackPart;
import id.sigap.local.simulator.ChannelSimulator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The whole system on real parts: PostgreSQL, Kafka, Keycloak, the four services as packaged, and the simulator. One for
 * all tests of this JVM; it ends with it.
 */
final class RunningSigap {
    private static @Nullable RunningSigap shared;

    private final LocalStack stack;
    private final Map<String, ServiceProcess> services = new LinkedHashMap<>();

    private RunningSigap() {
        // Durable, as a commit that is not on the disk is lost with the server that is killed.
        stack = LocalStack.start(
                StackOptions.forTests(StackPart.POSTGRES, StackPart.KAFKA, StackPart.KEYCLOAK, StackPart.SIMULATOR)
                        .durably());
        for (String service : ServiceProcess.ALL) {
            services.put(service, ServiceProcess.launch(stack, service));
        }
        services.values().forEach(ServiceProcess::awaitReady);
    }

    static synchronized RunningSigap get() {
        RunningSigap running = shared;
        if (running == null) {
            running = new RunningSigap();
            shared = running;
            RunningSigap started = running;
            Runtime.getRuntime().addShutdownHook(new Thread(started::stop));
        }
        return running;
    }

    LocalStack stack() {
        return stack;
    }

    ServiceProcess service(String name) {
        ServiceProcess service = services.get(name);
        if (service == null) {
            throw new IllegalArgumentException("no service " + name);
        }
        return service;
    }

    ChannelSimulator simulator() {
        return stack.simulator();
    }

    String ingest() {
        return service("ingest-service").address();
    }

    String triage() {
        return service("triage-service").address();
    }

    String reply() {
        return service("reply-service").address();
    }

    String metrics() {
        return service("metrics-service").address();
    }

    String simulatorAddress() {
        return "http://localhost:" + stack.ports().simulator();
    }

    /** At once: an orderly end would wait for Kafka and PostgreSQL, which end with this JVM too and in no order. */
    private void stop() {
        services.values().forEach(ServiceProcess::kill);
        stack.close();
    }
}
