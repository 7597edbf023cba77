package id.sigap.ingest.whatsapp;

import static id.sigap.ingest.Fixtures.DIRECTORY;
import static id.sigap.ingest.Fixtures.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Channel;
import id.sigap.contracts.DeliveryStatus;
import id.sigap.contracts.Ids;
import id.sigap.contracts.event.DeliveryReported;
import id.sigap.contracts.event.MessageEdited;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.MessageWithdrawn;
import id.sigap.ingest.Fixtures;
import id.sigap.ingest.intake.Intake;
import id.sigap.ingest.intake.Reasons;
import id.sigap.ingest.intake.StrictJson;
import id.sigap.ingest.intake.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WhatsAppReaderTest {
    private final WhatsAppReader reader = new WhatsAppReader();

    @Test
    void aTextBecomesAMessage() throws Exception {
        Intake intake = read(messages(text("wamid.1", "6281234", "Kereta saya telat")));

        MessageReceived message =
                assertInstanceOf(MessageReceived.class, intake.events().get(0));
        assertEquals("wamid.1", message.externalId());
        assertEquals("6281234", message.threadKey());
        assertEquals("Bu Ani", message.author().displayName());
        assertEquals("Kereta saya telat", message.text());
        assertEquals(Instant.ofEpochSecond(1_700_000_000), message.sentAt());
        assertEquals(NOW, message.receivedAt());
        assertEquals(Ids.message(Channel.WHATSAPP, "kemenhub-wa", "wamid.1"), message.messageId());
        assertEquals("kemenhub-contoh", message.agency());
    }

    @Test
    void aCitizenWithoutANumberIsKnownByTheUserId() throws Exception {
        MessageReceived message = (MessageReceived) read(messages(
                        "{'id':'w','user_id':'ID.77','timestamp':'1700000000','type':'text','text':{'body':'x'}}"))
                .events()
                .get(0);

        assertEquals("ID.77", message.threadKey());
        assertEquals("ID.77", message.author().id());
    }

    @Test
    void aClockAheadDoesNotMakeAWaitNegative() throws Exception {
        MessageReceived message = (MessageReceived)
                read(messages("{'id':'w','from':'1','timestamp':'1900000000','type':'text','text':{'body':'x'}}"))
                        .events()
                        .get(0);

        assertEquals(NOW, message.sentAt());
    }

    @Test
    void mediaAndAnswersToButtonsAreMessages() throws Exception {
        Intake intake = read(
                messages(
                        "{'id':'1','from':'1','timestamp':'1700000000','type':'image','image':{'id':'m1','mime_type':'image/png','caption':'lihat'}}",
                        "{'id':'2','from':'1','timestamp':'1700000000','type':'document','document':{'id':'m2','filename':'a.pdf'}}",
                        "{'id':'3','from':'1','timestamp':'1700000000','type':'button','button':{'text':'Ya'}}",
                        "{'id':'4','from':'1','timestamp':'1700000000','type':'interactive','interactive':{'type':'list_reply','list_reply':{'id':'k','title':'KRL'}}}",
                        "{'id':'5','from':'1','timestamp':'1700000000','type':'location','location':{'latitude':-6.2,'longitude':106.8,'name':'Manggarai'}}"));

        List<MessageReceived> messages =
                intake.events().stream().map(MessageReceived.class::cast).toList();
        assertEquals(
                List.of("lihat", "", "Ya", "KRL", "Manggarai\n-6.2,106.8"),
                messages.stream().map(MessageReceived::text).toList());
        assertEquals("image/png", messages.get(0).attachments().get(0).mediaType());
        assertEquals(-1, messages.get(1).attachments().get(0).bytes());
        assertEquals("a.pdf", messages.get(1).attachments().get(0).name());
    }

    @Test
    void editsAndWithdrawalsNameTheOriginal() throws Exception {
        Intake intake = read(
                messages(
                        "{'id':'e1','from':'1','timestamp':'1700000005','type':'edit','edit':{'original_message_id':'w','message':{'type':'text','text':{'body':'baru'}}}}",
                        "{'id':'r1','from':'1','timestamp':'1700000009','type':'revoke','revoke':{'original_message_id':'w'}}"));

        MessageEdited edited =
                assertInstanceOf(MessageEdited.class, intake.events().get(0));
        MessageWithdrawn withdrawn =
                assertInstanceOf(MessageWithdrawn.class, intake.events().get(1));
        assertEquals(Ids.message(Channel.WHATSAPP, "kemenhub-wa", "w"), edited.messageId());
        assertEquals("baru", edited.text());
        String thread = Objects.requireNonNull(edited.threadKey());
        assertEquals(edited.conversationId(), Ids.conversation(Channel.WHATSAPP, "kemenhub-wa", thread));
        assertEquals(thread, Objects.requireNonNull(edited.author()).id());
        assertEquals(edited.messageId(), withdrawn.messageId());
        assertEquals(edited.conversationId(), withdrawn.conversationId());
    }

    @Test
    void twoEditsInTheSameSecondAreTwoEvents() throws Exception {
        Intake intake = read(
                messages(
                        "{'id':'e1','from':'1','timestamp':'1700000005','type':'edit','edit':{'original_message_id':'w','message':{'type':'text','text':{'body':'a'}}}}",
                        "{'id':'e2','from':'1','timestamp':'1700000005','type':'edit','edit':{'original_message_id':'w','message':{'type':'text','text':{'body':'b'}}}}"));

        assertNotEquals(intake.events().get(0).id(), intake.events().get(1).id());
    }

    @Test
    void aStatusReportsTheReplyThatWeNamed() throws Exception {
        UUID reply = UUID.fromString("01935d2e-0000-7000-8000-000000000001");
        Intake intake = read(
                statuses(
                        "{'id':'wamid.9','status':'delivered','timestamp':'1700000000','recipient_id':'6281234','biz_opaque_callback_data':'"
                                + reply + "'}",
                        "{'id':'wamid.9','status':'failed','timestamp':'1700000000','recipient_id':'6281234','errors':[{'code':131047}]}"));

        DeliveryReported delivered = (DeliveryReported) intake.events().get(0);
        DeliveryReported failed = (DeliveryReported) intake.events().get(1);
        assertEquals(reply, delivered.replyId());
        assertEquals(DeliveryStatus.DELIVERED, delivered.status());
        assertEquals(Ids.conversation(Channel.WHATSAPP, "kemenhub-wa", "6281234"), delivered.conversationId());
        assertEquals("131047", failed.reason());
        assertNull(failed.replyId());
    }

    @Test
    void aBadItemLeavesItsNeighboursAlone() throws Exception {
        Intake intake = read(messages(
                text("a", "1", "satu"),
                "{'from':'1','timestamp':'1700000000','type':'text','text':{'body':'tanpa id'}}",
                "'not an object'",
                text("b", "1", "dua")));

        assertEquals(2, intake.events().size());
        assertEquals(
                List.of(Reasons.INVALID_FIELD, Reasons.INVALID_FIELD),
                intake.unreadable().stream().map(Unreadable::reason).toList());
        assertEquals("id", intake.unreadable().get(0).field());
    }

    @Test
    void whatIsKeptOfABadItemReadsTheSameAgain() throws Exception {
        Unreadable bad = read(messages(
                        text("a", "1", "satu"), "{'id':'x','from':'1','timestamp':'1700000000','type':'hologram'}"))
                .unreadable()
                .get(0);

        Intake again = read(new String(StrictJson.bytes(bad.payload()), StandardCharsets.US_ASCII));

        assertEquals(Reasons.UNSUPPORTED_TYPE, bad.reason());
        assertEquals(0, again.events().size());
        assertEquals(bad.reason(), again.unreadable().get(0).reason());
    }

    @Test
    void anotherNumberCountsOnlyUnderTheSameApp() throws Exception {
        Intake sameApp = read(messages(text("a", "1", "x")).replace("628110000001", "628110000009"));
        Intake otherApp = read(messages(text("a", "1", "x")).replace("628110000001", "628110000002"));
        Intake unknown = read(messages(text("a", "1", "x")).replace("628110000001", "999"));

        assertEquals("kemenhub-wa-2", sameApp.events().get(0).account());
        assertEquals(Reasons.UNKNOWN_ACCOUNT, otherApp.unreadable().get(0).reason());
        assertEquals(Reasons.UNKNOWN_ACCOUNT, unknown.unreadable().get(0).reason());
    }

    @Test
    void reactionsEchoesAndSettingsConcernNobody() throws Exception {
        Intake intake = read(messages(
                "{'id':'r','from':'1','timestamp':'1700000000','type':'reaction','reaction':{'emoji':'x'}}",
                text("own", "628110000001", "kami sendiri")));
        Intake echoes = read(
                "{'entry':[{'changes':[{'field':'smb_message_echoes','value':{'message_echoes':[]}},{'field':'account_update','value':{}}]}]}");

        assertEquals(List.of(), intake.events());
        assertEquals(2, intake.ignored());
        assertEquals(2, echoes.ignored());
    }

    @Test
    void textThatNoSystemCanHoldIsNotTaken() throws Exception {
        Intake alone = read(messages(text("a", "1", "x\\u0000y")));
        Intake half = read(messages(text("a", "1", "x\\ud800y")));
        Intake among = read(messages(text("a", "1", "x\\u0000y"), text("b", "1", "baik")));

        assertTrue(alone.onlyMalformedText());
        assertTrue(half.onlyMalformedText());
        assertEquals(1, among.events().size());
        assertEquals(Reasons.MALFORMED_TEXT, among.unreadable().get(0).reason());
    }

    @Test
    void aBodyOfAnotherShapeIsKept() throws Exception {
        Intake intake = read("{'text':'x'}");

        assertEquals(Reasons.UNKNOWN_SHAPE, intake.unreadable().get(0).reason());
    }

    @Test
    void whatIsOlderThanTheInboxRemembersWaitsForAPersonAlone() throws Exception {
        // Given a message of the year 2023 beside one of today
        String delivery = messages(
                        text("old", "1", "lama"),
                        "{'id':'new','from':'1','timestamp':'" + NOW.getEpochSecond()
                                + "','type':'text','text':{'body':'baru'}}")
                .replace('\'', '"');
        // When
        Intake intake = reader.read(
                StrictJson.object(delivery.getBytes(StandardCharsets.UTF_8)),
                DIRECTORY,
                Fixtures.account("kemenhub-wa"),
                NOW,
                NOW.minus(Duration.ofDays(30)));
        // Then
        assertEquals(1, intake.events().size());
        assertEquals(Reasons.TOO_OLD, intake.unreadable().get(0).reason());
        // And what is kept of it is the same message again
        MessageReceived again = (MessageReceived) reader.read(
                        intake.unreadable().get(0).payload(),
                        DIRECTORY,
                        Fixtures.account("kemenhub-wa"),
                        NOW,
                        Instant.MIN)
                .events()
                .get(0);
        assertEquals("lama", again.text());
        assertEquals("old", again.externalId());
    }

    private Intake read(String json) throws Exception {
        byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return reader.read(StrictJson.object(body), DIRECTORY, Fixtures.account("kemenhub-wa"), NOW, Instant.EPOCH);
    }

    private static String text(String id, String from, String body) {
        return "{'id':'" + id + "','from':'" + from + "','timestamp':'1700000000','type':'text','text':{'body':'" + body
                + "'}}";
    }

    private static String messages(String... items) {
        return value("'messages':[" + String.join(",", items) + "]");
    }

    private static String statuses(String... items) {
        return value("'statuses':[" + String.join(",", items) + "]");
    }

    private static String value(String items) {
        return "{'object':'whatsapp_business_account','entry':[{'id':'1','changes':[{'field':'messages','value':{"
                + "'metadata':{'display_phone_number':'628110000001','phone_number_id':'628110000001'},"
                + "'contacts':[{'wa_id':'6281234','profile':{'name':'Bu Ani'}}]," + items + "}}]}]}";
    }
}
