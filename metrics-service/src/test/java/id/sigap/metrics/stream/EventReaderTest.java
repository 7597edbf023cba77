package id.sigap.metrics.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.sigap.contracts.Actor;
import id.sigap.contracts.Kind;
import id.sigap.contracts.cloudevent.EventEnvelope;
import id.sigap.contracts.cloudevent.UnreadableEventException;
import id.sigap.contracts.event.Approval;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.contracts.event.ReplySent;
import id.sigap.contracts.event.SigapEvent;
import id.sigap.metrics.Citizen;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventReaderTest {
    private static final Citizen CITIZEN = Citizen.onWhatsApp("warga");
    private static final MessageReceived MESSAGE = CITIZEN.wrote("m", Instant.parse("2026-11-20T08:00:00.123Z"));
    private static final MessageTriaged TRIAGED = CITIZEN.understood(MESSAGE, Kind.COMPLAINT);

    private final EventReader reader = new EventReader(ConversationProcessor.RELEVANT);

    @Test
    void whatFiguresAreMadeOfIsReadAndTheCitizensWordsAreNot() {
        MessageTriaged read = (MessageTriaged) read(TRIAGED, json(TRIAGED));

        assertEquals(TRIAGED.id(), read.id());
        assertEquals(TRIAGED.key(), read.key());
        assertEquals(TRIAGED.triagedAt(), read.triagedAt());
        assertEquals(TRIAGED.triage().kind(), read.triage().kind());
        assertEquals(TRIAGED.triage().topic(), read.triage().topic());
        assertEquals(TRIAGED.triage().unit(), read.triage().unit());
        assertEquals(TRIAGED.triage().urgency(), read.triage().urgency());
        assertEquals(TRIAGED.triage().respondBy(), read.triage().respondBy());
        assertEquals(
                TRIAGED.triage().reading().uncertain(), read.triage().reading().uncertain());
        MessageReceived message = (MessageReceived) read(MESSAGE, json(MESSAGE));
        assertEquals(message, read.message());
        assertEquals(MESSAGE.agency(), message.agency());
        assertEquals(MESSAGE.account(), message.account());
        assertEquals(MESSAGE.channel(), message.channel());
        assertEquals(MESSAGE.author().id(), message.author().id());
        assertEquals(MESSAGE.sentAt(), message.sentAt());
        assertEquals(MESSAGE.receivedAt(), message.receivedAt());
        assertEquals("", message.text());
    }

    @Test
    void ofAnAnswerEverythingIsReadButWhoWroteIt() {
        Instant at = Instant.parse("2026-11-20T09:00:00.500Z");
        ReplySent answer = CITIZEN.reply(
                "r",
                Actor.HUMAN,
                true,
                List.of(
                        new Approval(1, at.minusSeconds(9), at.minusSeconds(7), "budi"),
                        new Approval(2, at.minusSeconds(6), at.minusSeconds(3), "sari")),
                at.minusSeconds(2),
                at,
                "m",
                "n");

        ReplySent read = (ReplySent) read(answer, json(answer));

        assertEquals(answer.id(), read.id());
        assertEquals(
                new ReplySent(
                        answer.caseId(),
                        answer.conversationId(),
                        answer.agency(),
                        answer.account(),
                        answer.channel(),
                        answer.unit(),
                        answer.replyId(),
                        answer.turnFirstMessageId(),
                        answer.answers(),
                        answer.substantive(),
                        answer.actor(),
                        null,
                        answer.approvals().stream()
                                .map(approval -> new Approval(
                                        approval.level(), approval.submittedAt(), approval.decidedAt(), ""))
                                .toList(),
                        answer.draftedAt(),
                        answer.queuedAt(),
                        answer.acceptedAt(),
                        ""),
                read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // missing, twice, missing, of no known word, no time, cut off
                "\"agency\":|\"agentur\":",
                "\"agency\":|\"agency\":\"lain\",\"agency\":",
                "\"text\":|\"teks\":",
                "\"channel\":\"whatsapp\"|\"channel\":\"merpati\"",
                "\"sentAt\":\"2026-11-20T08:00:00.123Z\"|\"sentAt\":\"kemarin\"",
                "}|"
            })
    void whatIsWrongIsRefusedAsEverywhere(String right, String wrong) {
        String json = json(MESSAGE).replace(right, wrong == null ? "" : wrong);

        assertThrows(UnreadableEventException.class, () -> read(MESSAGE, json));
    }

    @Test
    void anUnusualFormThatIsValidIsReadAsEverywhere() {
        String later = json(MESSAGE).replace("08:00:00.123Z", "15:00:00.123+07:00");
        String more = json(MESSAGE).replace("{\"messageId\"", "{\"kelak\":{\"baru\":[1]},\"messageId\"");

        assertEquals(MESSAGE.sentAt(), ((MessageReceived) read(MESSAGE, later)).sentAt());
        assertEquals(read(MESSAGE, json(MESSAGE)), read(MESSAGE, more));
    }

    private SigapEvent read(SigapEvent type, String json) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(EventEnvelope.TYPE, type.type().cloudEventType().getBytes(StandardCharsets.UTF_8));
        return Objects.requireNonNull(reader.read(headers, json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String json(SigapEvent event) {
        return new String(EventEnvelope.of(event, "test", null).value(), StandardCharsets.UTF_8);
    }
}
