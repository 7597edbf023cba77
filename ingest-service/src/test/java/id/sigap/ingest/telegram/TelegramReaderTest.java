package id.sigap.ingest.telegram;

import static id.sigap.ingest.Fixtures.DIRECTORY;
import static id.sigap.ingest.Fixtures.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import id.sigap.contracts.Visibility;
import id.sigap.contracts.event.MessageEdited;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.ingest.Fixtures;
import id.sigap.ingest.intake.Intake;
import id.sigap.ingest.intake.Reasons;
import id.sigap.ingest.intake.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramReaderTest {
    private static final String FROM =
            "'from':{'id':77,'is_bot':false,'first_name':'Budi','last_name':'S','language_code':'id'}";
    private static final String CHAT = "'chat':{'id':77,'type':'private'}";

    private final TelegramReader reader = new TelegramReader();

    @Test
    void aTextBecomesAMessage() throws Exception {
        MessageReceived message = received("'text':'Halo','reply_to_message':{'message_id':3}");

        assertEquals("77:5", message.externalId());
        assertEquals("77", message.threadKey());
        assertEquals("77", message.author().id());
        assertEquals("Budi S", message.author().displayName());
        assertEquals("Halo", message.text());
        assertEquals("id", message.language());
        assertEquals("77:3", message.inReplyTo());
        assertEquals(Visibility.PRIVATE, message.visibility());
        assertEquals(Instant.ofEpochSecond(1_700_000_000), message.sentAt());
    }

    @Test
    void theSameUpdateIsTheSameEvent() throws Exception {
        assertEquals(received("'text':'Halo'").id(), received("'text':'Halo'").id());
    }

    @Test
    void aCaptionIsTheTextAndTheLargestPhotoTheAttachment() throws Exception {
        MessageReceived message =
                received("'caption':'ini','photo':[{'file_id':'s','file_size':10},{'file_id':'l','file_size':99}]");

        assertEquals("ini", message.text());
        assertEquals("l", message.attachments().get(0).id());
        assertEquals(99, message.attachments().get(0).bytes());
    }

    @Test
    void aStickerAndAPlaceSpeakForThemselves() throws Exception {
        assertEquals("🙏", received("'sticker':{'file_id':'x','emoji':'🙏'}").text());
        assertEquals(
                "-6.2,106.8",
                received("'location':{'latitude':-6.2,'longitude':106.8}").text());
    }

    @Test
    void anEditNamesTheMessageAndItsTime() throws Exception {
        Intake intake = read("{'update_id':2,'edited_message':{'message_id':5,'date':1700000000,'edit_date':1700000060,"
                + FROM + "," + CHAT + ",'text':'Halo lagi'}}");

        MessageEdited edited =
                assertInstanceOf(MessageEdited.class, intake.events().get(0));
        assertEquals("77:5", edited.externalId());
        assertEquals(Instant.ofEpochSecond(1_700_000_060), edited.editedAt());
        MessageReceived original = received("'text':'Halo'");
        assertEquals(original.messageId(), edited.messageId());
        assertEquals(original.threadKey(), edited.threadKey());
        assertEquals(original.visibility(), edited.visibility());
        assertEquals(original.author(), edited.author());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'update_id':1,'channel_post':{'message_id':1,'text':'siaran'}}",
                "{'update_id':1,'my_chat_member':{}, 'x':1}",
                "{'update_id':1,'message':{'message_id':1,'date':1700000000,'from':{'id':1,'is_bot':true},'chat':{'id':7},'text':'kami'}}",
                "{'update_id':1,'message':{'message_id':1,'date':1700000000,'chat':{'id':7},'new_chat_title':'x'}}"
            })
    void whatConcernsNobodyIsIgnored(String update) throws Exception {
        Intake intake = read(update);

        assertEquals(1, intake.ignored());
        assertEquals(0, intake.events().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'update_id':1,'hologram':{}}",
                "{'message':{'text':'x'}}",
                "{'update_id':1,'message':{'message_id':1,'date':1700000000,'chat':{'id':7},'hologram':{}}}",
                "{'update_id':1,'message':{'message_id':1,'date':'gestern','chat':{'id':7},'text':'x'}}"
            })
    void whatCannotBeReadIsKept(String update) throws Exception {
        assertEquals(1, read(update).unreadable().size());
    }

    @Test
    void aTextBeyondEveryLimitIsKept() throws Exception {
        Intake intake = read(message("'text':'" + "a".repeat(40_000) + "'"));

        assertEquals(Reasons.TEXT_TOO_LONG, intake.unreadable().get(0).reason());
    }

    private MessageReceived received(String content) throws Exception {
        return assertInstanceOf(
                MessageReceived.class, read(message(content)).events().get(0));
    }

    private static String message(String content) {
        return "{'update_id':1,'message':{'message_id':5,'date':1700000000," + FROM + "," + CHAT + "," + content + "}}";
    }

    private Intake read(String json) throws Exception {
        byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return reader.read(
                StrictJson.object(body), DIRECTORY, Fixtures.account("kemenhub-telegram"), NOW, Instant.EPOCH);
    }
}
