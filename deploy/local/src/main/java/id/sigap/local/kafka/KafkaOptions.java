package id.sigap.local.kafka;

import java.nio.file.Path;

/**
 * How the broker runs.
 *
 * @param port TCP port of clients on 127.0.0.1
 * @param data the log directory, formatted when it is new and reopened when it exists
 */
public record KafkaOptions(int port, Path data) {}
