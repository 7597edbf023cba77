package id.sigap.reply;

import static id.sigap.reply.TestDesk.SARI;
import static id.sigap.reply.TestDesk.as;
import static id.sigap.reply.TestDesk.caseOf;
import static id.sigap.reply.TestDesk.publish;
import static id.sigap.reply.TestDesk.release;
import static id.sigap.reply.TestDesk.submit;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.event.CaseOpened;
import id.sigap.contracts.event.CaseReclassified;
import id.sigap.contracts.event.MessageEdited;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.contracts.event.ReplyRejected;
import id.sigap.local.StackResource;
import id.sigap.reply.intake.WordsRetention;
import id.sigap.runtime.stream.EventProducer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the desk makes of changed words once triage has read them, in whatever order both come. */
@QuarkusTest
@WithTestResource(
        value = StackResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka"),
            @ResourceArg(name = "service", value = "reply-service")
        })
@WithTestResource(TestTokens.class)
class EditIT {
    /** Columns with what citizens wrote, were told and are called, in any table of cases. */
    private static final Predicate<String> SAYS_OR_NAMES = Pattern.compile(
                    "(messages|message_versions|early_changes|replies|reply_parts|typed_texts|idempotency_keys)\\.body"
                            + "|cases\\.citizen|cases_contact\\.contact_of|citizen_links\\.contact"
                            + "|mentions\\.note|(history|audit)\\.detail"
                            + "|.*\\.(citizen_id|thread_key|external_id|triage|attachments|value)")
            .asMatchPredicate();

    private static CaseTopic topic;

    @Inject
    EventProducer producer;

    @Inject
    Pool database;

    @Inject
    WordsRetention retention;

    @BeforeAll
    static void listen() {
        topic = new CaseTopic(StackResource.stack().kafkaBootstrap());
    }

    @AfterAll
    static void hangUp() {
        topic.close();
    }

    @BeforeEach
    void everythingWorks() {
        TestDesk.mend(database);
    }

    @Test
    void theCaseIsWhatTheWordsOfNowSay() {
        // Given a submitted answer to a complaint
        Citizen citizen = Citizen.onWhatsApp();
        MessageTriaged first = citizen.complains("KRL telat lagi di Stasiun Manggarai");
        publish(producer, first);
        JsonPath before = submit(citizen);

        // When the citizen puts a question in its place, and its reading is here before the edit itself
        MessageEdited edit = citizen.changes(first, "Kapan kereta bandara mulai jalan?", 5);
        publish(producer, Citizen.readAs(edit, citizen.asks(edit.text())));
        await().until(() -> caseOf(citizen).getString("kind").equals("question"));

        // Then the case is a question, of its topic, as urgent as it is now, and never due later than promised
        JsonPath now = caseOf(citizen);
        assertEquals(edit.text(), now.getString("messages[0].text"));
        assertTrue(now.getBoolean("messages[0].triageIsOfThisText"));
        assertEquals("question", now.getString("messages[0].triage.kind"));
        assertEquals("kereta", now.getString("topic"));
        assertEquals("high", now.getString("urgency"));
        assertEquals(List.of(), now.getList("missing"));
        assertEquals(Instant.parse(before.getString("respondBy")), Instant.parse(now.getString("respondBy")));
        assertTrue(now.getList("history.act").contains("read-again"));

        // And what was submitted is a draft again, composed from the new words
        assertEquals("draft", now.getString("replies[0].state"));
        assertEquals(before.getString("replies[0].replyId"), now.getString("replies[0].replyId"));
        assertNotEquals(before.getString("replies[0].body"), now.getString("replies[0].body"));
        assertFalse(now.getString("replies[0].body").contains("Kereta jam berapa"));
        topic.await(ReplyRejected.class, event -> event.conversationId().equals(citizen.conversation));

        // And the figures hear of it once, without words to learn from, however often both are told
        publish(producer, edit, Citizen.readAs(edit, citizen.asks(edit.text())), first);
        Citizen next = Citizen.onWhatsApp();
        publish(producer, next.complains("Kereta mogok"));
        caseOf(next);
        CaseReclassified told = topic.await(
                CaseReclassified.class, event -> event.conversationId().equals(citizen.conversation));
        assertEquals(Kind.COMPLAINT, told.fromKind());
        assertEquals(Kind.QUESTION, told.kind());
        assertEquals(CaseReclassified.BY_EDIT, told.by());
        assertEquals(Urgency.HIGH, told.urgency());
        assertEquals(Instant.parse(now.getString("respondBy")), told.respondBy());
        assertEquals(first.message().messageId(), told.messageId());
        assertNull(told.text());
        assertEquals(
                1,
                topic.count(
                        CaseReclassified.class, event -> event.conversationId().equals(citizen.conversation)));
        assertEquals(now.getInt("version"), caseOf(citizen).getInt("version"));
    }

    @Test
    void aReadingThatNewerWordsHaveOvertakenIsPassedOver() {
        // Given a message that was changed twice
        Citizen citizen = Citizen.onWhatsApp();
        MessageTriaged first = citizen.complains("KRL telat di Cawang");
        publish(producer, first);
        caseOf(citizen);
        MessageEdited older = citizen.changes(first, "Kapan KRL jalan?", 5);
        MessageEdited newer = citizen.changes(first, "KRL telat di Cawang sejak pukul 07.10", 9);
        publish(producer, older, newer);
        await().until(() -> caseOf(citizen).getString("messages[0].text").equals(newer.text()));
        assertFalse(caseOf(citizen).getBoolean("messages[0].triageIsOfThisText"));

        // When the readings come, the newer one last
        publish(
                producer,
                Citizen.readAs(older, citizen.asks(older.text())),
                Citizen.readAs(newer, citizen.cries(newer.text())));
        await().until(() -> caseOf(citizen).getBoolean("messages[0].triageIsOfThisText"));

        // Then the case never was a question
        JsonPath now = caseOf(citizen);
        assertEquals("complaint", now.getString("kind"));
        assertEquals("critical", now.getString("urgency"));

        // And the desk says what an answer to it needs by now
        as(SARI).accept("text/html")
                .get("/kasus/" + now.getString("caseId"))
                .then()
                .statusCode(200)
                .body(containsString("memerlukan 2 persetujuan"));
        CaseReclassified told = topic.await(
                CaseReclassified.class,
                event -> event.conversationId().equals(citizen.conversation)
                        && event.topic().equals("kereta"));
        assertEquals(Urgency.CRITICAL, told.urgency());
        assertEquals(
                0,
                topic.count(
                        CaseReclassified.class,
                        event -> event.conversationId().equals(citizen.conversation) && event.kind() == Kind.QUESTION));
    }

    @Test
    void whatAPersonSaidAboutKindAndTopicStays() {
        // Given a case that somebody corrected
        Citizen citizen = Citizen.onWhatsApp();
        MessageTriaged first = citizen.complains("jam berapa kereta ke Bogor");
        publish(producer, first);
        as(SARI).body("{\"kind\":\"other\",\"topic\":\"kereta-terlambat\"}")
                .post("/api/v1/cases/" + caseOf(citizen).getString("caseId") + "/reclassify")
                .then()
                .statusCode(200);

        // When the citizen changes the words, and triage reads a question in them
        MessageEdited edit = citizen.changes(first, "jam berapa kereta pertama ke Bogor, ada lansia sakit", 5);
        publish(producer, edit, Citizen.readAs(edit, citizen.asks(edit.text())));
        await().until(() -> caseOf(citizen).getString("urgency").equals("high"));

        // Then kind and topic are the person's, and what nobody corrected is of now
        JsonPath now = caseOf(citizen);
        assertEquals("other", now.getString("kind"));
        assertEquals("kereta-terlambat", now.getString("topic"));
        assertEquals(edit.text(), now.getString("messages[0].text"));

        // And a correction of the words of now tells them to whoever learns
        as(SARI).body("{\"kind\":\"complaint\",\"topic\":\"kereta\"}")
                .post("/api/v1/cases/" + now.getString("caseId") + "/reclassify")
                .then()
                .statusCode(200);
        CaseReclassified learnt = topic.await(
                CaseReclassified.class,
                event -> event.conversationId().equals(citizen.conversation) && event.kind() == Kind.COMPLAINT);
        assertEquals(edit.text(), learnt.text());

        // And the figures have heard how long the words of now may wait, and nothing else of the edit
        CaseReclassified waits = topic.await(
                CaseReclassified.class,
                event -> event.conversationId().equals(citizen.conversation)
                        && event.by().equals(CaseReclassified.BY_EDIT));
        assertEquals(Kind.OTHER, waits.kind());
        assertEquals("kereta-terlambat", waits.topic());
        assertEquals(Urgency.HIGH, waits.urgency());
        assertEquals(
                3,
                topic.count(
                        CaseReclassified.class, event -> event.conversationId().equals(citizen.conversation)));
    }

    @Test
    void ofTwoEditsOfOneSecondTheLaterReceivedStaysWhicheverComesFirst() {
        // Given two citizens, each of whom changed a message twice within what the channel tells as one second
        Citizen inOrder = Citizen.onWhatsApp();
        Citizen turnedRound = Citizen.onWhatsApp();
        for (Citizen citizen : List.of(inOrder, turnedRound)) {
            MessageTriaged first = citizen.complains("KRL telat di Cawang");
            publish(producer, first);
            caseOf(citizen);
            Instant second = first.message().sentAt().plusSeconds(5).truncatedTo(ChronoUnit.SECONDS);
            MessageEdited older = citizen.changes(first, "KRL telat di Duren Kalibata", second, second.plusMillis(120));
            MessageEdited newer = citizen.changes(first, "Ada orang jatuh di Cawang", second, second.plusMillis(640));

            // When both are told in one order or the other, the older one's reading too, and all of it again
            publish(producer, citizen == inOrder ? older : newer, Citizen.readAs(older, citizen.asks(older.text())));
            publish(producer, citizen == inOrder ? newer : older);
            await().until(() -> caseOf(citizen).getString("messages[0].text").equals(newer.text()));
            if (citizen == inOrder) {
                assertFalse(caseOf(citizen).getBoolean("messages[0].triageIsOfThisText"));
            }
            publish(producer, Citizen.readAs(newer, citizen.cries(newer.text())));
            await().until(() -> caseOf(citizen).getString("urgency").equals("critical"));
            int version = caseOf(citizen).getInt("version");
            publish(producer, newer, older, Citizen.readAs(older, citizen.asks(older.text())));
            Citizen next = Citizen.onWhatsApp();
            publish(producer, next.complains("Kereta mogok"));
            caseOf(next);

            // Then the later one stays, read, and nothing happened a second time
            JsonPath now = caseOf(citizen);
            assertEquals(newer.text(), now.getString("messages[0].text"));
            assertTrue(now.getBoolean("messages[0].triageIsOfThisText"));
            assertEquals(version, now.getInt("version"));
        }

        // And what stood there before can be read, the words of the shared second too
        assertEquals(
                List.of("KRL telat di Cawang", "KRL telat di Duren Kalibata"),
                caseOf(inOrder).getList("messages[0].earlier.text"));
    }

    @Test
    void earlierWordsGoAfterTheirTimeOrWithTheirMessage() {
        // Given two messages that were changed, one of them long ago
        Citizen lately = Citizen.onWhatsApp();
        Citizen longAgo = Citizen.onWhatsApp();
        MessageTriaged first = lately.complains("KRL telat di Cikini");
        MessageTriaged second = longAgo.complains("KRL telat di Gondangdia");
        publish(producer, first, second);
        caseOf(lately);
        caseOf(longAgo);
        publish(producer, lately.changes(first, "KRL telat", 5), longAgo.changes(second, "KRL telat", 5));
        await().until(() -> earlier(first) == 1 && earlier(second) == 1);
        change("update message_versions set until = now() - interval '366 days' where message_id = $1", second);

        // When retention looks
        retention.run().await().indefinitely();

        // Then the old ones are gone, and the others go with their message
        assertEquals(0, earlier(second));
        assertEquals(1, earlier(first));
        assertEquals("KRL telat", caseOf(longAgo).getString("messages[0].text"));
        change("delete from messages where message_id = $1", first);
        assertEquals(0, earlier(first));
    }

    @Test
    void thePlannerKeepsNoSampleOfWordsNorOfWhoWroteThem() {
        // Given a message, one that was changed, and the answers proposed to both
        Citizen citizen = Citizen.onWhatsApp();
        Citizen other = Citizen.onWhatsApp();
        MessageTriaged changed = other.complains("KRL telat di Kemayoran");
        publish(producer, citizen.complains("KRL telat di Ancol"), changed);
        caseOf(citizen);
        caseOf(other);
        publish(producer, other.changes(changed, "KRL telat di Rajawali", 5));
        await().until(() -> earlier(changed) == 1);

        // When PostgreSQL looks at what the tables hold
        database.query("analyze").executeAndAwait();

        // Then it knows of what sort they are, and keeps nothing of what anybody said or of who that was
        List<String> sampled = sampledColumns();
        assertTrue(
                sampled.containsAll(List.of("messages.kind", "cases.state", "replies.state", "outbox.published_at")));
        assertEquals(List.of(), sampled.stream().filter(SAYS_OR_NAMES).toList());
    }

    private List<String> sampledColumns() {
        List<String> columns = new ArrayList<>();
        database.query("select tablename || '.' || attname as name from pg_stats where schemaname = current_schema()")
                .executeAndAwait()
                .forEach(row -> columns.add(row.getString("name")));
        return columns;
    }

    private void change(String sql, MessageTriaged of) {
        database.preparedQuery(sql)
                .execute(Tuple.of(of.message().messageId()))
                .await()
                .indefinitely();
    }

    private long earlier(MessageTriaged of) {
        return database.preparedQuery("select count(*) from message_versions where message_id = $1")
                .execute(Tuple.of(of.message().messageId()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void aCorrectionMovesTheDueTimeForwardOnly() {
        // Given a cry for help that triage gave ten minutes, where the agency's target says three
        Citizen citizen = Citizen.onWhatsApp();
        MessageTriaged first = citizen.cries("Ada orang pingsan di peron");
        publish(producer, first);
        JsonPath before = caseOf(citizen);
        Instant sent = first.message().sentAt();
        assertEquals(sent.plus(10, ChronoUnit.MINUTES), Instant.parse(before.getString("respondBy")));

        // When somebody corrects its topic
        as(SARI).body("{\"kind\":\"complaint\",\"topic\":\"kereta-terlambat\"}")
                .post("/api/v1/cases/" + before.getString("caseId") + "/reclassify")
                .then()
                .statusCode(200);

        // Then it is due by the target of what it is taken for, and the figures hear so
        assertEquals(
                sent.plus(3, ChronoUnit.MINUTES), Instant.parse(caseOf(citizen).getString("respondBy")));
        CaseReclassified told = topic.await(
                CaseReclassified.class, event -> event.conversationId().equals(citizen.conversation));
        assertEquals(sent.plus(3, ChronoUnit.MINUTES), told.respondBy());
        assertEquals(Urgency.CRITICAL, told.urgency());
    }

    @Test
    void whatWasPassedOverOpensACaseOnceItAsksForSomething() {
        // Given spam, and thanks behind an answer
        Citizen seller = Citizen.onWhatsApp();
        MessageTriaged spam = seller.advertises();
        Citizen thankful = Citizen.onWhatsApp();
        publish(producer, spam, thankful.complains("Kereta telat"));
        release(thankful);
        await().until(() -> caseOf(thankful).getString("state").equals("answered"));
        MessageTriaged thanks = thankful.thanks();
        publish(producer, thanks);
        await().until(() -> caseOf(thankful).getList("messages").size() == 2);

        // When both become complaints
        MessageEdited one = seller.changes(spam, "Maaf salah kirim. KRL telat 2 jam di Depok", 5);
        MessageEdited other = thankful.changes(thanks, "Keretanya tetap telat, min", 5);
        publish(
                producer,
                one,
                other,
                Citizen.readAs(one, seller.complains(one.text())),
                Citizen.readAs(other, thankful.complains(other.text())));

        // Then both wait for an answer to the words of now
        JsonPath opened = caseOf(seller);
        assertEquals("drafting", opened.getString("state"));
        assertEquals(one.text(), opened.getString("messages[0].text"));
        assertEquals("turn", opened.getString("messages[0].part"));
        assertTrue(opened.getBoolean("messages[0].triageIsOfThisText"));
        assertEquals(
                spam.message().sentAt(), Instant.parse(opened.getString("messages[0].sentAt")), "waits since then");
        await().until(() -> caseOf(thankful).getString("state").equals("drafting"));
        assertEquals("turn", caseOf(thankful).getString("messages.find { it.text.contains('tetap') }.part"));

        // And the figures hear what they are now
        topic.await(CaseOpened.class, event -> event.conversationId().equals(seller.conversation));
        CaseReclassified told = topic.await(
                CaseReclassified.class, event -> event.conversationId().equals(seller.conversation));
        assertEquals(Kind.SPAM, told.fromKind());
        assertEquals(Kind.COMPLAINT, told.kind());
        assertEquals(
                Kind.COMPLAINT,
                topic.await(
                                CaseReclassified.class,
                                event -> event.conversationId().equals(thankful.conversation))
                        .kind());
    }

    @Test
    void anEditBeforeTheFirstReadingIsReadAndNothingIsSentUnread() {
        // Given praise that would be answered by itself, changed before the desk has seen it
        Citizen citizen = Citizen.onWhatsApp();
        MessageTriaged first = citizen.praises();
        MessageEdited edit = citizen.changes(first, "Petugas di Stasiun Gambir tidak ramah sekali", 2);
        publish(producer, edit);
        await().until(() -> 1
                == database.preparedQuery("select 1 from early_changes where message_id = $1")
                        .execute(Tuple.of(edit.messageId()))
                        .await()
                        .indefinitely()
                        .size());

        // When its first reading comes
        publish(producer, first);

        // Then a person must look
        JsonPath found = caseOf(citizen);
        assertEquals(edit.text(), found.getString("messages[0].text"));
        assertFalse(found.getBoolean("messages[0].triageIsOfThisText"));
        assertEquals("draft", found.getString("replies[0].state"));

        // And when the words of now are read, the case is what they say
        publish(producer, Citizen.readAs(edit, citizen.complains(edit.text())));
        await().until(() -> caseOf(citizen).getString("kind").equals("complaint"));
        assertEquals("draft", caseOf(citizen).getString("replies[0].state"));
        assertTrue(caseOf(citizen).getBoolean("messages[0].triageIsOfThisText"));
    }
}
