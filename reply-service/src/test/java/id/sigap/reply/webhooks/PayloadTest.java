package id.sigap.reply.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.contracts.Actor;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Kind;
import id.sigap.contracts.event.CaseEvent;
import id.sigap.contracts.event.CaseReclassified;
import id.sigap.contracts.event.ReplySent;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PayloadTest {
    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void citizensWordsAndTheirChatStayInsideUnlessAskedFor() throws IOException {
        for (CaseEvent event : List.of(sent(), reclassified())) {
            String plain = Payload.of(event, false, "Kereta saya telat");
            assertFalse(plain.contains("telat"), plain);
            assertFalse(plain.contains("7001"), plain);
        }
        JsonNode wordy = read(Payload.of(sent(), true, "Mohon maaf"));
        assertEquals("Mohon maaf", wordy.path("data").path("words").asText());
        assertTrue(Payload.of(reclassified(), true, null).contains("telat"));
    }

    @Test
    void itHasTypeTimeAndTheEvent() throws IOException {
        JsonNode payload = read(Payload.of(sent(), false, null));
        assertEquals("reply.sent", payload.path("type").asText());
        assertEquals("2026-11-22T08:00:00.000Z", payload.path("timestamp").asText());
        assertEquals(ID.toString(), payload.path("data").path("caseId").asText());
    }

    private static JsonNode read(String payload) throws IOException {
        return new ObjectMapper().readTree(payload);
    }

    private static ReplySent sent() {
        return new ReplySent(
                ID,
                ID,
                "kemenhub",
                "tg",
                Channel.TELEGRAM,
                "u",
                ID,
                ID,
                List.of(ID),
                true,
                Actor.HUMAN,
                "sari",
                List.of(),
                NOW,
                NOW,
                NOW,
                "7001:12");
    }

    private static CaseReclassified reclassified() {
        return new CaseReclassified(
                ID,
                ID,
                "kemenhub",
                "tg",
                Channel.TELEGRAM,
                ID,
                Kind.OTHER,
                Kind.COMPLAINT,
                "a",
                "b",
                "u",
                null,
                null,
                "kereta telat",
                "sari",
                NOW);
    }
}
