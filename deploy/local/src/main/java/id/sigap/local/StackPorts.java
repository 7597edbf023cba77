package id.sigap.local;

import id.sigap.local.process.FreePorts;
import java.util.Map;

/**
 * The TCP ports of a stack, all on loopback.
 *
 * @param ingest of the ingest service
 * @param triage of the triage service
 * @param reply of the reply service
 * @param metrics of the metrics service
 * @param simulator of the channel simulator
 * @param keycloak of Keycloak
 * @param kafka of Kafka
 * @param postgres of PostgreSQL
 */
public record StackPorts(
        int ingest, int triage, int reply, int metrics, int simulator, int keycloak, int kafka, int postgres) {

    /** The ports that the documentation names. */
    public static StackPorts standard() {
        return new StackPorts(8081, 8082, 8083, 8084, 8085, 8180, 19092, 15432);
    }

    /** Ports that nobody uses, for tests. */
    public static StackPorts free() {
        return new StackPorts(
                FreePorts.any(),
                FreePorts.any(),
                FreePorts.any(),
                FreePorts.any(),
                FreePorts.any(),
                FreePorts.any(),
                FreePorts.any(),
                FreePorts.any());
    }

    /**
     * The standard ports, some replaced.
     *
     * @param replaced name of a component of this record to its port
     */
    public static StackPorts standardBut(Map<String, Integer> replaced) {
        StackPorts standard = standard();
        return new StackPorts(
                replaced.getOrDefault("ingest", standard.ingest),
                replaced.getOrDefault("triage", standard.triage),
                replaced.getOrDefault("reply", standard.reply),
                replaced.getOrDefault("metrics", standard.metrics),
                replaced.getOrDefault("simulator", standard.simulator),
                replaced.getOrDefault("keycloak", standard.keycloak),
                replaced.getOrDefault("kafka", standard.kafka),
                replaced.getOrDefault("postgres", standard.postgres));
    }

    /** The HTTP port of a service, by the name of its module. */
    public int ofService(String service) {
        return switch (service) {
            case "ingest-service" -> ingest;
            case "triage-service" -> triage;
            case "reply-service" -> reply;
            case "metrics-service" -> metrics;
            default -> throw new IllegalArgumentException("no service is called " + service);
        };
    }
}
