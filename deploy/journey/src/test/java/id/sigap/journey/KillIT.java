package id.sigap.journey;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Topics;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.local.ServiceProcess;
import id.sigap.local.kafka.KafkaBroker;
import id.sigap.local.postgres.PostgresServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/**
 * While citizens write and answers go out, each service is killed in turn, and Kafka and PostgreSQL go away; afterwards
 * everything that must hold holds.
 */
class KillIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> GROUPS = List.of("triage", "reply", "reply-changes", "sigap-metrics");
    private static final Set<String> EVENTS = Set.of(Topics.MESSAGES, Topics.TRIAGE, Topics.CASES);

    private final RunningSigap sigap = RunningSigap.get();
    private Instant begun = Instant.now();

    @Test
    void nothingIsLostAndNothingIsSentTwice() throws Exception {
        // Given a system in use
        begun = Instant.now();
        try (Approvers approvers = new Approvers();
                SteadySender sender = new SteadySender(approvers.conversations())) {
            approvers.start();
            sender.start();
            awaitWork(sender, approvers, "at first");

            // When everything breaks once
            for (String service : ServiceProcess.ALL) {
                ServiceProcess process = sigap.service(service);
                process.kill();
                process.restart();
                awaitWork(sender, approvers, "after " + service + " was killed");
            }
            KafkaBroker kafka = sigap.stack().kafka();
            kafka.stop();
            int before = sender.taken().size();
            await("ingest takes messages without Kafka")
                    .atMost(PATIENCE)
                    .until(() -> sender.taken().size() >= before + 10);
            kafka.start();
            awaitWork(sender, approvers, "after Kafka was stopped");
            PostgresServer postgres = sigap.stack().postgres();
            postgres.stop();
            postgres.start();
            awaitWork(sender, approvers, "after PostgreSQL was stopped");
            postgres.kill();
            postgres.start();
            awaitWork(sender, approvers, "after PostgreSQL was killed");

            // Then all that was written is through
            sender.stop();
            await("every message has its 2xx").atMost(PATIENCE).until(() -> sender.outstanding() == 0);
            approvers.finish();
            awaitDrained();
            InvariantChecker checker = new InvariantChecker(sender.sent(), sender.taken(), approvers.approved());
            List<String> violations = checker.violations();
            Measured.say(
                    "%d messages of %d conversations, delivered %d times; %d replies approved; they rest as %s; %d s",
                    sender.taken().size(),
                    new HashSet<>(sender.taken().values()).size(),
                    sender.attempts(),
                    approvers.approved().size(),
                    checker.states(),
                    Duration.between(begun, Instant.now()).toSeconds());
            assertEquals(List.of(), violations, () -> violations.size() + " violations");
            assertEquals(sender.sent().keySet(), sender.taken().keySet());
            assertTrue(sender.attempts() > sender.taken().size(), "something had to be delivered again");
        }
    }

    /** New messages are taken and new replies released: the system is at work again. */
    private void awaitWork(SteadySender sender, Approvers approvers, String when) {
        int taken = sender.taken().size();
        int approved = approvers.approved().size();
        await("work goes on " + when)
                .atMost(PATIENCE)
                .until(() -> sender.taken().size() >= taken + 10
                        && approvers.approved().size() >= approved + 2);
        Measured.say(
                "%3d s: at work %s; %d messages, %d approvals",
                Duration.between(begun, Instant.now()).toSeconds(),
                when,
                sender.taken().size(),
                approvers.approved().size());
    }

    private void awaitDrained() {
        await("no consumer is behind")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(this::lag, Map::isEmpty);
        long received = TopicLog.read(sigap.stack().kafkaBootstrap(), Topics.MESSAGES)
                .distinct(MessageReceived.class)
                .size();
        await("the ledger has " + received)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> FiguresApi.ledger().received() == received);
        await("every released reply has settled")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(this::onTheirWay, List::isEmpty);
        TurnRecount[] recount = {TurnRecount.now()};
        await("the figures have come to rest")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    TurnRecount before = recount[0];
                    recount[0] = TurnRecount.now();
                    return before.equals(recount[0])
                            && FiguresApi.turns(Map.of()).events() == recount[0].events();
                });
    }

    /** One of the cases whose reply is on its way, how many there are, and how the accounts send; empty if none is. */
    private List<Object> onTheirWay() {
        List<Object> cases =
                Desk.cases(Person.named("sari"), Map.of("state", "sending")).getList("items");
        return cases.isEmpty()
                ? cases
                : List.of(
                        cases.size(),
                        cases.get(0),
                        Person.named("budi")
                                .asks()
                                .get(sigap.reply() + "/api/v1/sends/accounts")
                                .asString());
    }

    /** Which places each group has still to pass, where there are any. */
    private Map<String, List<String>> lag() throws InterruptedException, ExecutionException {
        Map<String, List<String>> behind = new TreeMap<>();
        try (Admin admin = Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, sigap.stack().kafkaBootstrap()))) {
            for (String group : GROUPS) {
                Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>(admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get());
                read.keySet().removeIf(partition -> !EVENTS.contains(partition.topic()));
                Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(read.keySet().stream()
                                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                        .all()
                        .get();
                read.forEach((partition, place) -> {
                    ListOffsetsResultInfo end = ends.get(partition);
                    if (end != null && end.offset() != place.offset()) {
                        behind.computeIfAbsent(group, any -> new ArrayList<>())
                                .add(partition + ": " + place.offset() + " of " + end.offset());
                    }
                });
            }
        }
        return behind;
    }
}
