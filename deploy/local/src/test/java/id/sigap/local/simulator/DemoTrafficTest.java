package id.sigap.local.simulator;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.directory.DirectoryLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoTrafficTest {
    @Test
    void textsAreManyDifferentAndForKnownAgencies() throws Exception {
        // Given
        Directory directory = DirectoryLoader.load(Path.of("directory"));

        // When
        List<DemoTraffic.Line> lines = DemoTraffic.lines();

        // Then
        assertTrue(lines.size() >= 40);
        assertEquals(
                lines.size(),
                lines.stream().map(DemoTraffic.Line::text).distinct().count());
        assertEquals(
                directory.agencies().stream().map(agency -> agency.id()).collect(Collectors.toSet()),
                lines.stream().map(DemoTraffic.Line::agency).collect(Collectors.toSet()));
    }

    @Test
    void writesABurstGoesOnRepeatsWhatWasRefusedAndStops() throws Exception {
        Directory directory = DirectoryLoader.load(Path.of("directory"));
        try (NotingIngest ingest = new NotingIngest();
                ChannelSimulator simulator = ChannelSimulator.start(
                        SimulatorOptions.of(directory, name -> Optional.of("secret-" + name), ingest.address())
                                .withPort(0))) {
            // Given
            ingest.answersWith(503);

            // When
            DemoTraffic traffic = DemoTraffic.start(simulator, new Pace(4, Duration.ofMillis(200)));

            // Then
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> ingest.written().stream()
                            .filter(one -> one.path().startsWith("/webhooks"))
                            .collect(Collectors.groupingBy(one -> one.body().toString(), Collectors.counting()))
                            .values()
                            .stream()
                            .anyMatch(times -> times >= 2));
            ingest.answersWith(200);
            await().atMost(Duration.ofSeconds(60)).until(() -> ingest.written().size() >= 20);
            traffic.close();
            int atStop = ingest.written().size();
            // What was on its way may still arrive: a form is two requests.
            await().during(Duration.ofMillis(600))
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> ingest.written().size() <= atStop + 4);
        }
    }
}
