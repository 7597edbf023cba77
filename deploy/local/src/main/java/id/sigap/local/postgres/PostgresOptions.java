package id.sigap.local.postgres;

import java.nio.file.Path;

/**
 * How the server runs.
 *
 * @param port TCP port on 127.0.0.1
 * @param data the data directory, reopened when it exists
 * @param cache where the programs are unpacked to
 * @param run directory of pid files
 * @param logs directory of logs
 * @param version of the programs
 * @param superuserPassword of the role {@code postgres}
 * @param durable whether a commit is on the disk when it returns; without, only a crash of the machine loses commits
 */
public record PostgresOptions(
        int port,
        Path data,
        Path cache,
        Path run,
        Path logs,
        String version,
        String superuserPassword,
        boolean durable) {

    @Override
    public String toString() {
        return "PostgresOptions[port=" + port + ", data=" + data + "]";
    }
}
