package id.sigap.bench.topology;

import id.sigap.contracts.Topics;
import id.sigap.contracts.directory.Directory;
import id.sigap.metrics.stream.DirectoryCalendars;
import id.sigap.metrics.stream.DirectoryPromises;
import id.sigap.metrics.stream.MetricsTopology;
import id.sigap.metrics.stream.StoreIndex;
import id.sigap.metrics.stream.TopologySettings;
import id.sigap.metrics.turn.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.KeyValueStore;

/** The stream of metrics-service as the service runs it, and what it is compared with. */
final class ServiceStream {
    private static final String SERVICE = "sigap-metrics";
    private static final String STREAM = "kafka-streams.";

    private ServiceStream() {}

    /** The topology of figures, with the index of buckets. */
    static Topology figures(Directory directory, StoreIndex index) {
        return figures(directory, index, Map.of());
    }

    /** The same with settings that were given, by the names that the service has for them. */
    static Topology figures(Directory directory, StoreIndex index, Map<String, String> given) {
        Properties service = service();
        service.putAll(given);
        return MetricsTopology.build(
                new TopologySettings(
                        TopologySettings.Storage.onDisk(
                                Integer.parseInt(service.getProperty("sigap.metrics.internal-partitions")),
                                Duration.parse(service.getProperty("sigap.metrics.retention"))),
                        new DirectoryCalendars(() -> directory),
                        new DirectoryPromises(() -> directory),
                        true,
                        origin -> genuine(directory, origin),
                        topic -> {}),
                index);
    }

    private static boolean genuine(Directory directory, Origin origin) {
        return directory
                .account(origin.account())
                .map(owned -> owned.agency().id().equals(origin.agency())
                        && owned.account().channel() == origin.channel())
                .orElse(true);
    }

    /** The index, of the service's size. */
    static StoreIndex index() {
        return new StoreIndex(Long.parseLong(service().getProperty("sigap.metrics.index-bytes")));
    }

    /** The least that can be done with the same records: how many there were of each key. */
    static Topology bareCount() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(
                        Set.of(Topics.MESSAGES, Topics.TRIAGE, Topics.CASES),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
                .groupByKey()
                .count(Materialized.<byte[], Long, KeyValueStore<Bytes, byte[]>>as("counts")
                        .withKeySerde(Serdes.ByteArray())
                        .withValueSerde(Serdes.Long()));
        return builder.build();
    }

    /** The settings with which the service runs its stream, for both alike. */
    static Properties settings(String bootstrap, String application, Path state) {
        return settings(bootstrap, application, state, Map.of());
    }

    /** The same but for those that were given, by the names that the service has for them. */
    static Properties settings(String bootstrap, String application, Path state, Map<String, String> given) {
        Properties settings = new Properties();
        Properties service = service();
        service.putAll(given);
        service.forEach((name, value) -> {
            String text = name.toString();
            if (text.startsWith(STREAM)) {
                String set = value.toString();
                boolean refers = set.startsWith("${");
                String told = refers ? service.getProperty(set.substring(2, set.length() - 1)) : set;
                if (told != null) {
                    settings.put(text.substring(STREAM.length()), told);
                }
            }
        });
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, "-1");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        return settings;
    }

    private static Properties service() {
        try {
            for (URL place :
                    Collections.list(ServiceStream.class.getClassLoader().getResources("application.properties"))) {
                Properties found = new Properties();
                try (InputStream in = place.openStream()) {
                    found.load(in);
                }
                if (SERVICE.equals(found.getProperty("quarkus.application.name"))) {
                    return found;
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the service's settings cannot be read", e);
        }
        throw new IllegalStateException("the service's settings are not on the class path");
    }
}
