package id.sigap.journey;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Ids;
import id.sigap.local.ServiceProcess;
import id.sigap.local.simulator.AcceptedMessage;
import id.sigap.local.simulator.OutboxFilter;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * One statement goes out to all citizens of an incident at the channel's pace while the service that sends it is killed:
 * everybody has it once. Six hundred citizens in the build; {@code -Dincident.citizens=10000} for as many as an incident
 * of a big city has.
 */
class DisruptionKillIT {
    private static final int CITIZENS = Integer.getInteger("incident.citizens", 600);
    private static final String ACCOUNT = "kemenhub-wa";
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int MOST_AT_ONCE = 64;
    private static final int PAGE = 200;

    private final RunningSigap sigap = RunningSigap.get();
    private final Person sari = Person.named("sari");
    private final Person budi = Person.named("budi");
    private final long first = 62_877_000_000_000L + System.currentTimeMillis() % 1_000_000_000L * 10;

    @Test
    void everybodyHasTheStatementOnceThoughTheSenderIsKilled() throws Exception {
        // Given citizens who write of one event, all at once
        Instant begun = Instant.now();
        Set<UUID> conversations = everybodyWrites();
        Map<UUID, Found> cases = new HashMap<>();
        await("all cases").atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            cases.clear();
            find(conversations).forEach(found -> cases.put(found.conversation(), found));
            return cases.size() == CITIZENS;
        });
        String incident = incidentOf(cases);
        say(begun, "%d citizens have a case", CITIZENS);

        // When the statement is approved, and the service is killed amid the sending
        String statement = released(incident);
        Instant released = Instant.now();
        await("a quarter has it")
                .atMost(PATIENCE)
                .until(() -> progress(statement).getInt("accepted") >= CITIZENS / 4);
        ServiceProcess reply = sigap.service("reply-service");
        reply.kill();
        int before = atTheChannel(conversations, begun).size();
        say(released, "killed with %d at the channel", before);
        reply.restart();
        say(released, "back");

        // Then it goes on by itself until nothing moves any more
        await("all has come to rest")
                .atMost(PATIENCE.plusSeconds(CITIZENS / 20))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> progress(statement).getBoolean("complete"));
        Duration took = Duration.between(released, Instant.now());
        JsonPath rest = progress(statement);
        say(released, "%d accepted, %d unknown", rest.getInt("accepted"), rest.getInt("unknown"));
        // Whoever wrote of the same before, in another test, belongs to the incident too.
        int all = rest.getInt("accepted") + rest.getInt("unknown");
        assertTrue(all >= CITIZENS, rest::prettify);

        // And what nobody can tell of is on the list, where a person settles it
        int settled = settleUnknown(statement, conversations, begun);
        await("all accepted").atMost(PATIENCE).until(() -> progress(statement).getInt("accepted") == all);
        Map<UUID, Integer> times = atTheChannel(conversations, begun);
        long doubled = times.values().stream().filter(n -> n > 1).count();
        Measured.say(
                "%d citizens, one statement: all sent in %d s (%.0f/s) with a kill -9 at %d; %d settled by hand; %d"
                        + " doubled, %d lost",
                CITIZENS,
                took.toSeconds(),
                CITIZENS / (took.toMillis() / 1000.0),
                before,
                settled,
                doubled,
                CITIZENS - times.size());
        assertEquals(0, doubled);
        assertEquals(CITIZENS, times.size());
        act(budi, statement, "retire", Map.of());
    }

    private Set<UUID> everybodyWrites() throws InterruptedException {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Semaphore room = new Semaphore(MOST_AT_ONCE);
        AtomicInteger refused = new AtomicInteger();
        Set<UUID> conversations = new HashSet<>();
        for (int i = 0; i < CITIZENS; i++) {
            String citizen = Long.toString(first + i);
            conversations.add(Ids.conversation(Channel.WHATSAPP, ACCOUNT, citizen));
            SignedWebhook webhook = SignedWebhook.message(
                    "wamid.insiden." + citizen,
                    citizen,
                    "Pesawat dari Bandara Kualanamu terlambat berangkat dari jam 7, kapan terbang lagi?",
                    Instant.now());
            room.acquire();
            http.sendAsync(webhook.request(), HttpResponse.BodyHandlers.discarding())
                    .whenComplete((response, failure) -> {
                        room.release();
                        if (failure != null || response.statusCode() != 200) {
                            refused.incrementAndGet();
                        }
                    });
        }
        room.acquire(MOST_AT_ONCE);
        assertEquals(0, refused.get());
        return conversations;
    }

    /** Page by page, as the desk does. */
    private List<Found> find(Set<UUID> conversations) {
        List<Found> found = new ArrayList<>();
        @Nullable String after = null;
        do {
            Map<String, Object> filter = new LinkedHashMap<>(Map.of("state", "open", "limit", PAGE));
            if (after != null) {
                filter.put("after", after);
            }
            JsonPath page = Desk.cases(sari, filter);
            List<Map<String, Object>> items = page.getList("items");
            for (Map<String, Object> item : items) {
                UUID conversation = UUID.fromString(String.valueOf(item.get("conversationId")));
                if (conversations.contains(conversation)) {
                    found.add(
                            new Found(conversation, String.valueOf(item.get("caseId")), (String) item.get("incident")));
                }
            }
            after = page.getString("next");
        } while (after != null);
        return found;
    }

    /** The incident that triage saw; whoever wrote before it was noticed is added by a person. */
    private String incidentOf(Map<UUID, Found> cases) {
        Map<String, Long> sizes = cases.values().stream()
                .filter(found -> found.incident() != null)
                .collect(Collectors.groupingBy(Found::incident, Collectors.counting()));
        String incident = sizes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow(() -> new AssertionError("triage saw no incident"));
        List<String> others = cases.values().stream()
                .filter(found -> !incident.equals(found.incident()))
                .map(Found::caseId)
                .toList();
        for (int from = 0; from < others.size(); from += 1_000) {
            budi.asks()
                    .contentType("application/json")
                    .body(Map.of("caseIds", others.subList(from, Math.min(from + 1_000, others.size()))))
                    .post(sigap.reply() + "/api/v1/incidents/" + incident + "/cases")
                    .then()
                    .statusCode(200);
        }
        Measured.say("triage put %d of them into the incident, a person %d", CITIZENS - others.size(), others.size());
        assertTrue(others.size() < CITIZENS / 2);
        return incident;
    }

    private String released(String incident) {
        JsonPath statement = sari.asks()
                .contentType("application/json")
                .body(
                        Map.of(
                                "text",
                                "Halo, Bapak/Ibu{nama}. Penerbangan dari Kualanamu tertahan cuaca; kabar berikutnya pukul 15.00 WIB."))
                .post(sigap.reply() + "/api/v1/incidents/" + incident + "/statements")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String id = statement.getString("statementId");
        Map<String, String> seen = Map.of("textHash", statement.getString("textHash"));
        assertEquals(200, act(sari, id, "submit", seen).statusCode());
        Response approved = act(budi, id, "approve", seen);
        assertEquals("released", approved.jsonPath().getString("state"), approved::asString);
        return id;
    }

    /** What is at the channel is said to be there, what is not is sent again; how many there were. */
    private int settleUnknown(String statement, Set<UUID> conversations, Instant since) {
        JsonPath unknown = budi.asks()
                .queryParams(Map.of("state", "unknown", "limit", 1_000))
                .get(sigap.reply() + "/api/v1/statements/" + statement + "/cases")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<String> replies = unknown.getList("items.replyId");
        Set<String> stuck = new HashSet<>(budi.asks()
                .queryParam("limit", PAGE)
                .get(sigap.reply() + "/api/v1/sends/stuck")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.replyId", String.class));
        Set<String> there = messages(conversations, since).stream()
                .map(AcceptedMessage::replyId)
                .collect(Collectors.toSet());
        for (String reply : replies) {
            assertTrue(stuck.size() >= PAGE || stuck.contains(reply), "what is unknown is on the list");
            budi.asks()
                    .post(sigap.reply() + "/api/v1/sends/" + reply + (there.contains(reply) ? ":mark-sent" : ":retry"))
                    .then()
                    .statusCode(200);
        }
        return replies.size();
    }

    private Map<UUID, Integer> atTheChannel(Set<UUID> conversations, Instant since) {
        Map<UUID, Integer> times = new HashMap<>();
        messages(conversations, since)
                .forEach(message ->
                        times.merge(Ids.conversation(Channel.WHATSAPP, ACCOUNT, message.to()), 1, Integer::sum));
        return times;
    }

    private List<AcceptedMessage> messages(Set<UUID> conversations, Instant since) {
        OutboxFilter all = new OutboxFilter(Channel.WHATSAPP, ACCOUNT, null, null, since, OutboxFilter.MAX_LIMIT);
        return sigap.simulator().outbox(all).stream()
                .filter(message -> conversations.contains(Ids.conversation(Channel.WHATSAPP, ACCOUNT, message.to())))
                .toList();
    }

    private JsonPath progress(String statement) {
        return sari.asks()
                .get(sigap.reply() + "/api/v1/statements/" + statement + "/progress")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private Response act(Person person, String statement, String act, Map<String, String> body) {
        return person.asks()
                .contentType("application/json")
                .body(body)
                .post(sigap.reply() + "/api/v1/statements/" + statement + "/" + act);
    }

    private static void say(Instant since, String what, Object... values) {
        Measured.say("%3d s: %s", Duration.between(since, Instant.now()).toSeconds(), String.format(what, values));
    }

    /** A case of one of the citizens. */
    private record Found(
            UUID conversation, String caseId, @Nullable String incident) {}
}
