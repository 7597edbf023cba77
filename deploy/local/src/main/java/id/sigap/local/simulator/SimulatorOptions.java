package id.sigap.local.simulator;

import id.sigap.contracts.directory.Directory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a simulator is started. Immutable; each {@code with…} gives a copy.
 *
 * @param host where it listens; only a loopback address is taken, as nobody logs in here
 * @param port where it listens; 0 takes a free one
 * @param ingest base address of the ingest service
 * @param directory the accounts it plays for
 * @param secrets a secret's value by its name in the directory
 * @param recordFile every accepted message is appended here, one JSON object a line; absent for none
 * @param recordsPerAccount how many accepted messages of one account stay in memory; the oldest are forgotten
 * @param channels the channels it can play, in the order of the page
 */
public record SimulatorOptions(
        String host,
        int port,
        URI ingest,
        Directory directory,
        Function<String, Optional<String>> secrets,
        @Nullable Path recordFile,
        int recordsPerAccount,
        List<SimulatedChannel.Plug> channels) {
    /** The local port, unless another is asked for. */
    public static final int DEFAULT_PORT = 8085;

    /** Refuses what cannot work, first of all an address that other machines reach. */
    public SimulatorOptions {
        Objects.requireNonNull(ingest, "ingest");
        Objects.requireNonNull(directory, "directory");
        Objects.requireNonNull(secrets, "secrets");
        channels = List.copyOf(channels);
        if (!isLoopback(host)) {
            throw new IllegalArgumentException("The simulator has no login, so it listens on loopback only, e.g."
                    + " 127.0.0.1; it refuses the address " + host);
        }
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must be 0 to 65535");
        }
        if (recordsPerAccount < 1) {
            throw new IllegalArgumentException("recordsPerAccount must be at least 1");
        }
    }

    /** The usual ones: 127.0.0.1, port 8085, WhatsApp, Telegram and the web form, no record file. */
    public static SimulatorOptions of(Directory directory, Function<String, Optional<String>> secrets, URI ingest) {
        return new SimulatorOptions(
                "127.0.0.1",
                DEFAULT_PORT,
                ingest,
                directory,
                secrets,
                null,
                200_000,
                List.of(WhatsAppChannel::new, TelegramChannel::new, WebFormChannel::new));
    }

    /** The same with another port; 0 takes a free one. */
    public SimulatorOptions withPort(int newPort) {
        return new SimulatorOptions(host, newPort, ingest, directory, secrets, recordFile, recordsPerAccount, channels);
    }

    /** The same with another address to listen on. */
    public SimulatorOptions withHost(String newHost) {
        return new SimulatorOptions(newHost, port, ingest, directory, secrets, recordFile, recordsPerAccount, channels);
    }

    /** The same with a record file, which is appended to. */
    public SimulatorOptions withRecordFile(Path file) {
        return new SimulatorOptions(host, port, ingest, directory, secrets, file, recordsPerAccount, channels);
    }

    /** The same with another bound of what stays in memory. */
    public SimulatorOptions withRecordsPerAccount(int records) {
        return new SimulatorOptions(host, port, ingest, directory, secrets, recordFile, records, channels);
    }

    /** The same with one more channel. */
    public SimulatorOptions withChannel(SimulatedChannel.Plug plug) {
        List<SimulatedChannel.Plug> more = new ArrayList<>(channels);
        more.add(plug);
        return new SimulatorOptions(host, port, ingest, directory, secrets, recordFile, recordsPerAccount, more);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (IOException unknown) {
            return false;
        }
    }
}
