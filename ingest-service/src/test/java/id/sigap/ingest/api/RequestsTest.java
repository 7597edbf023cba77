package id.sigap.ingest.api;

import static id.sigap.ingest.Fixtures.DIRECTORY;
import static id.sigap.ingest.Fixtures.NOW;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.sigap.contracts.Visibility;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.ingest.Fixtures;
import id.sigap.ingest.intake.MalformedBodyException;
import id.sigap.ingest.intake.StrictJson;
import id.sigap.runtime.access.Caller;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestsTest {
    private static final String VALID = "'account':'kemenhub-api','text':'Halo','author':{'id':'7'}";

    @Test
    void whatIsNotSaidIsFilledIn() throws Exception {
        MessageReceived message = message("{" + VALID + "}");

        assertEquals("fallback", message.externalId());
        assertEquals("7", message.threadKey());
        assertEquals(Visibility.PRIVATE, message.visibility());
        assertEquals(NOW, message.sentAt());
    }

    @Test
    void aClockAheadIsClampedOrRefused() throws Exception {
        assertEquals(
                NOW, message("{" + VALID + ",'sentAt':'2026-11-22T03:04:59Z'}").sentAt());
        assertEquals(
                Instant.parse("2026-11-21T20:00:00Z"),
                message("{" + VALID + ",'sentAt':'2026-11-22T03:00:00+07:00'}").sentAt());
        assertEquals("sentAt", refused("{" + VALID + ",'sentAt':'2026-11-22T03:05:01Z'}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'account':'kemenhub-api','author':{'id':'7'}} | text",
                "{'account':'kemenhub-api','text':'  ','author':{'id':'7'}} | text",
                "{'account':'kemenhub-api','text':'a\\u0000','author':{'id':'7'}} | text",
                "{'account':'kemenhub-api','text':'a\\ud800','author':{'id':'7'}} | text",
                "{'account':'kemenhub-api','text':'a'} | author",
                "{'account':'kemenhub-api','text':'a','author':{}} | author.id",
                "{'account':'kemenhub-api','text':'a','author':{'id':7}} | author.id",
                "{'account':'kemenhub-api','text':5,'author':{'id':'7'}} | text",
                "{'account':'kemenhub-api','text':'a','author':{'id':'7','role':'x'}} | author.role",
                "{'account':'kemenhub-api','text':'a','author':{'id':'7'},'agency':'x'} | agency",
                "{'account':'kemenhub-api','text':'a','author':{'id':'7'},'visibility':'secret'} | visibility",
                "{'account':'kemenhub-api','text':'a','author':{'id':'7'},'language':'!'} | language",
                "{'account':'kemenhub-api','text':'a','author':{'id':'7'},'sentAt':'kemarin'} | sentAt",
                "{'account':'kemenhub-api','text':'a','author':{'id':'7'},'externalId':''} | externalId"
            })
    void aWrongFieldIsNamed(String json, String field) {
        assertEquals(field, refused(json));
    }

    @Test
    void anAccountOfAnotherAgencyDoesNotExist() throws Exception {
        Caller caller = new Caller("system", Set.of("kemenhub-contoh"), Set.of());

        assertNull(Requests.account(DIRECTORY, caller, "kemenkes-api"));
        assertNull(Requests.account(DIRECTORY, caller, "nobody"));
        assertEquals(Fixtures.account("kemenhub-api"), Requests.account(DIRECTORY, caller, "kemenhub-api"));
    }

    @Test
    void theHashIsOfWhatIsSaid() throws Exception {
        assertArrayEquals(
                Requests.hash(request("{" + VALID + "}")),
                Requests.hash(request("{'author':{'id':'7'},  'text':'Halo','account':'kemenhub-api'}")));
        assertNotEquals(
                new String(Requests.hash(request("{" + VALID + "}")), StandardCharsets.ISO_8859_1),
                new String(Requests.hash(request("{" + VALID + ",'language':'id'}")), StandardCharsets.ISO_8859_1));
    }

    private static MessageReceived message(String json) throws Exception {
        return Requests.message(request(json), Fixtures.account("kemenhub-api"), "fallback", NOW);
    }

    private static String refused(String json) {
        Exception refusal = assertThrows(Exception.class, () -> message(json));
        return refusal instanceof MalformedBodyException malformed
                ? malformed.field()
                : ((InvalidFieldException) refusal).field();
    }

    private static MessageRequest request(String json) throws MalformedBodyException {
        return StrictJson.record(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), MessageRequest.class);
    }
}
