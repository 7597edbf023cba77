package id.sigap.local.keycloak;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the server runs.
 *
 * @param port HTTP port on 127.0.0.1
 * @param instance its own directory
 * @param cache where the programs are unpacked to
 * @param zip the distribution
 * @param version of the distribution
 * @param run directory of pid files
 * @param logs directory of logs
 * @param databasePort port of PostgreSQL, where database and role {@code keycloak} exist
 * @param databasePassword of the role {@code keycloak}
 * @param adminPassword of the administrator {@code admin} that a new database gets
 * @param realm the realm as JSON, to be imported; null when the database has it
 */
public record KeycloakOptions(
        int port,
        Path instance,
        Path cache,
        Path zip,
        String version,
        Path run,
        Path logs,
        int databasePort,
        String databasePassword,
        String adminPassword,
        @Nullable String realm) {

    @Override
    public String toString() {
        return "KeycloakOptions[port=" + port + ", instance=" + instance + "]";
    }
}
