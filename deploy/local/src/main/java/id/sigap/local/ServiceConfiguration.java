package id.sigap.local;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a service is told about the stack that it works on, and no more than it needs. */
final class ServiceConfiguration {

    private final StackSetting setting;

    ServiceConfiguration(StackSetting setting) {
        this.setting = setting;
    }

    /** As environment variables, with the address that the service listens on. */
    Map<String, String> environment(String service) {
        Map<String, String> environment = new LinkedHashMap<>();
        // The mapping of MicroProfile Config from a property's name to a variable's.
        properties(service)
                .forEach((name, value) ->
                        environment.put(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(setting.ports().ofService(service)));
        return environment;
    }

    /** As configuration properties. Those of a part that is not wanted are left out. */
    Map<String, String> properties(String service) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("sigap.directory.path", setting.layout().directory().toString());
        properties.put("sigap.secrets.path", setting.layout().secrets().toString());
        properties.put("sigap.state.path", setting.layout().ofService(service).toString());
        properties.put(
                "sigap.public-url.reply", "http://localhost:" + setting.ports().reply());
        properties.put(
                "sigap.public-url.metrics",
                "http://localhost:" + setting.ports().metrics());
        if (setting.has(StackPart.KAFKA)) {
            properties.put(
                    "kafka.bootstrap.servers", "127.0.0.1:" + setting.ports().kafka());
        }
        databaseRole(service).filter(role -> setting.has(StackPart.POSTGRES)).ifPresent(role -> {
            properties.put("sigap.db.host", "127.0.0.1");
            properties.put("sigap.db.port", Integer.toString(setting.ports().postgres()));
            properties.put("sigap.db.name", "sigap");
            properties.put("sigap.db.password", setting.passwords().value(role));
        });
        if ("reply-service".equals(service) && setting.has(StackPart.SIMULATOR)) {
            // The simulator plays the system that is told by webhook, too, and is on this machine.
            properties.put("sigap.webhooks.allowed-hosts", "localhost");
        }
        if (setting.has(StackPart.KEYCLOAK)) {
            properties.put(
                    "quarkus.oidc.auth-server-url",
                    "http://localhost:" + setting.ports().keycloak() + "/realms/sigap");
            if (hasPages(service)) {
                properties.put(
                        "quarkus.oidc.credentials.secret", setting.secrets().value(StackSetting.DESK_SECRET));
            }
        }
        return properties;
    }

    /** Whether people log in there, as the client {@code sigap-desk}. */
    private static boolean hasPages(String service) {
        return "reply-service".equals(service) || "metrics-service".equals(service);
    }

    private static Optional<String> databaseRole(String service) {
        return switch (service) {
            case "ingest-service" -> Optional.of("ingest");
            case "triage-service" -> Optional.of("triage");
            case "reply-service" -> Optional.of("reply");
            default -> Optional.empty();
        };
    }
}
