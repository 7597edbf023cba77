package id.sigap.reply.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.event.Attachment;
import id.sigap.contracts.event.CaseEvent;
import id.sigap.contracts.event.CaseReclassified;
import id.sigap.contracts.event.MessageEdited;
import id.sigap.contracts.event.MessageReceived;
import id.sigap.contracts.event.MessageTriaged;
import id.sigap.contracts.event.Triage;
import id.sigap.reply.cases.CaseEvents;
import id.sigap.reply.cases.CaseState;
import id.sigap.reply.cases.Understanding;
import id.sigap.reply.cases.UrgencyRank;
import id.sigap.reply.outbox.ReplyOutbox;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes over what triage read in the words that a citizen put in the place of older ones. The reading counts only for
 * exactly the words that it is of, once, whichever of the edit and its reading comes first; one that newer words have
 * overtaken is passed over. What a person said about kind and topic stays. Rare, so one by one.
 */
@ApplicationScoped
class ReadAgain {
    /** The reading, if it is of the words of now. */
    private static final String READ = """
            with old as (select message_id, kind, triage from messages where message_id = $1 for update)
            update messages m set triage = $4, kind = $5, triaged_at = $6, read_edit = $3 from old
            where m.message_id = old.message_id and m.edited_at = $3 and m.body = $2 and m.withdrawn_at is null
              and m.read_edit is distinct from $3
            returning m.case_id, m.answered_by, m.part, m.sent_at, m.received_at, m.attachments,
                old.kind as was, old.triage::json ->> 'topic' as was_topic,
                old.triage::json ->> 'urgency' as was_urgency, old.triage::json ->> 'respondBy' as was_due""";

    private static final String TURN = """
            select triage from messages where message_id = any($1) and agency = $2 and withdrawn_at is null
            order by sent_at, message_id""";

    private static final String UNDERSTAND = """
            with noted as (insert into history (case_id, at, act, detail) values ($1, $12, 'read-again', $13))
            update cases set version = version + 1, kind = $2, confidence = $3, topic = $4, unit = $5, urgency = $6,
                intensity = $7, personal_data = $8, missing = $9, incident = $10, respond_by = $11, changed_at = $12
            where case_id = $1""";

    private static final String FORGET = "delete from messages where message_id = $1";

    private static final TypeReference<List<Attachment>> ATTACHMENTS = new TypeReference<>() {};

    private final Pool pool;
    private final ReplyOutbox outbox;
    private final CitizenChanges changes;
    private final EditedDrafts drafts;
    private final CaseIntake intake;
    private final Clock clock = Clock.systemUTC();

    ReadAgain(Pool pool, ReplyOutbox outbox, CitizenChanges changes, EditedDrafts drafts, CaseIntake intake) {
        this.pool = pool;
        this.outbox = outbox;
        this.changes = changes;
        this.drafts = drafts;
        this.intake = intake;
    }

    /** Takes readings in their order, in one transaction. */
    Uni<Void> take(List<TriagedEdit> edits) {
        Told told = new Told(clock.instant().truncatedTo(ChronoUnit.MILLIS), new ArrayList<>(), new ArrayList<>());
        return pool.withTransaction(connection -> Multi.createFrom()
                        .iterable(edits)
                        .onItem()
                        .transformToUniAndConcatenate(edit -> one(connection, edit, told))
                        .collect()
                        .asList()
                        .flatMap(done -> outbox.write(connection, told.events())))
                .invoke(() -> {
                    changes.committed(told.events());
                    told.received().forEach(intake::committed);
                })
                .replaceWithVoid();
    }

    /** The edit itself may not have been read yet: it comes on a topic of its own. */
    private Uni<Void> one(SqlConnection connection, TriagedEdit edit, Told told) {
        MessageEdited edited = edit.event().edit();
        Triage triage = edit.event().triage();
        Tuple reading = Tuple.from(Arrays.asList(
                edited.messageId(),
                edited.text(),
                CitizenChanges.offset(edited.editedAt()),
                json(triage),
                triage.kind().wire(),
                CitizenChanges.offset(edit.event().triagedAt())));
        return changes.edited(connection, edited, told.now(), told.events())
                .flatMap(kept -> CitizenChanges.lockCase(connection, edited.messageId()))
                .flatMap(locked -> connection
                        .preparedQuery(READ)
                        .execute(reading)
                        .flatMap(rows -> {
                            if (rows.size() == 0) {
                                return Uni.createFrom()
                                        .voidItem(); // taken before, overtaken, withdrawn, or of no message here
                            }
                            Row message = rows.iterator().next();
                            if (MessageRow.Part.TURN.wire().equals(message.getString("part"))) {
                                return CitizenChanges.waits(message) && locked.size() > 0
                                        ? understood(
                                                connection, locked.iterator().next(), message, edit, told)
                                        : Uni.createFrom().voidItem(); // what was answered were the words of then
                            }
                            return opens(message.getString("part"), triage)
                                    ? received(connection, message, edit, told)
                                    : Uni.createFrom().voidItem();
                        }));
    }

    private Uni<Void> understood(SqlConnection connection, Row found, Row message, TriagedEdit edit, Told told) {
        CaseInWork.Known known = IntakeStore.known(found);
        if (known.state() == CaseState.CLOSED) {
            return Uni.createFrom().voidItem();
        }
        boolean corrected = corrected(found, known);
        boolean stays = known.routedBy() != null || known.answeredAt() != null || known.transferredTo() != null;
        UUID[] turn = known.turn().toArray(UUID[]::new);
        return connection
                .preparedQuery(TURN)
                .execute(Tuple.of(turn, known.agency()))
                .flatMap(rows -> {
                    Understanding before = known.understanding();
                    Understanding now = before.readAgain(together(rows), corrected, stays);
                    CaseInWork.Known other = known.understoodAs(now);
                    CaseEvents about = other.events(told.now());
                    if (corrected) {
                        stillOf(about, before, now, message, edit, told);
                    } else {
                        reclassified(about, before.respondBy(), now.respondBy(), message, edit, told);
                    }
                    if (!now.unit().equals(before.unit())) {
                        told.events().add(about.routedFrom(before.unit(), "the citizen changed the message", null));
                    }
                    UUID id = edit.event().edit().messageId();
                    return connection
                            .preparedQuery(UNDERSTAND)
                            .execute(row(known.caseId(), before, now, told.now()))
                            .flatMap(written -> means(before, now)
                                    ? changes.affect(connection, other, id, told.now(), told.events(), false)
                                            .replaceWithVoid()
                                    : drafts.anew(connection, other, known.turn(), told.now()));
                });
    }

    /** A message that nobody waited for asks for something now: it is received as if it had just come. */
    private Uni<Void> received(SqlConnection connection, Row row, TriagedEdit edit, Told told) {
        MessageReceived message = message(row, edit.event().edit());
        if (message == null) {
            return Uni.createFrom().voidItem();
        }
        MessageTriaged triaged =
                new MessageTriaged(message, edit.event().triage(), edit.event().triagedAt());
        MessageRow.EarlyChange change = new MessageRow.EarlyChange(
                message.text(),
                edit.event().edit().editedAt(),
                edit.event().edit().receivedAt(),
                null,
                true);
        TriagedMessage anew = new TriagedMessage(edit.record(), triaged, edit.agency(), change);
        return connection
                .preparedQuery(FORGET)
                .execute(Tuple.of(message.messageId()))
                .flatMap(forgotten -> intake.within(connection, List.of(anew)))
                .invoke(batch -> {
                    told.received().add(batch);
                    batch.messages()
                            .forEach(kept -> batch.caseOf(kept)
                                    .ifPresent(its -> reclassified(
                                            its.events(told.now()),
                                            Instant.parse(row.getString("was_due")),
                                            its.understanding.respondBy(),
                                            row,
                                            edit,
                                            told)));
                })
                .replaceWithVoid();
    }

    /** Figures hold each message's own kind and topic. What was let in counts, whatever it looks like now. */
    private static void reclassified(
            CaseEvents about, Instant wasDue, Instant due, Row row, TriagedEdit edit, Told told) {
        Triage triage = edit.event().triage();
        Kind was = Kind.of(row.getString("was"));
        Kind kind = triage.kind() == Kind.SPAM ? Kind.OTHER : triage.kind();
        String wasTopic = row.getString("was_topic");
        if (kind != was || !triage.topic().equals(wasTopic) || mayWaitOtherwise(row, triage, wasDue, due)) {
            UUID id = edit.event().edit().messageId();
            told.reading(about.reclassified(
                    id, was, kind, wasTopic, triage.topic(), triage.urgency(), due, null, CaseReclassified.BY_EDIT));
        }
    }

    /** What a person said of the turn stays; how long it may wait is of the words of now. */
    private static void stillOf(
            CaseEvents about, Understanding before, Understanding now, Row row, TriagedEdit edit, Told told) {
        Triage triage = edit.event().triage();
        if (mayWaitOtherwise(row, triage, before.respondBy(), now.respondBy())) {
            told.reading(about.reclassified(
                    edit.event().edit().messageId(),
                    now.kind(),
                    now.kind(),
                    now.topic(),
                    now.topic(),
                    triage.urgency(),
                    now.respondBy(),
                    null,
                    CaseReclassified.BY_EDIT));
        }
    }

    private static boolean mayWaitOtherwise(Row row, Triage triage, Instant wasDue, Instant due) {
        return triage.urgency() != Urgency.of(row.getString("was_urgency")) || !due.equals(wasDue);
    }

    /** Whether a message that was passed over as spam or thanks is neither now. */
    private static boolean opens(String part, Triage triage) {
        if (triage.kind() == Kind.SPAM) {
            return false;
        }
        boolean excluded = MessageRow.Part.EXCLUDED.wire().equals(part);
        return excluded
                || triage.reading().uncertain()
                || !Understanding.of(triage).needsNoAnswerAfterOne();
    }

    /** Whether whoever agreed to an answer agreed to an answer to something else. */
    private static boolean means(Understanding before, Understanding now) {
        return before.kind() != now.kind()
                || !before.topic().equals(now.topic())
                || before.urgency() != now.urgency()
                || before.personalData() != now.personalData();
    }

    private static boolean corrected(Row found, CaseInWork.Known known) {
        OffsetDateTime at = found.getOffsetDateTime("corrected_at");
        Instant since = known.waitingSince();
        return at != null && (since == null || !at.toInstant().isBefore(since));
    }

    private static Understanding together(RowSet<Row> rows) {
        Understanding together = null;
        for (Row row : rows) {
            Understanding next = Understanding.of(read(row.getString("triage"), Triage.class));
            together = together == null ? next : together.and(next);
        }
        return Objects.requireNonNull(together, "the edited message is of the turn");
    }

    private static Tuple row(UUID caseId, Understanding before, Understanding now, Instant at) {
        return Tuple.from(Arrays.asList(
                caseId,
                now.kind().wire(),
                now.confidence(),
                now.topic(),
                now.unit(),
                UrgencyRank.of(now.urgency()),
                now.intensity(),
                now.personalData(),
                now.missing().toArray(String[]::new),
                now.incident(),
                CitizenChanges.offset(now.respondBy()),
                CitizenChanges.offset(at),
                named(before) + " → " + named(now)));
    }

    private static String named(Understanding understanding) {
        return understanding.kind().wire() + "/" + understanding.topic();
    }

    /** The message with its new words; absent when the edit does not tell whose it is. */
    private static @Nullable MessageReceived message(Row row, MessageEdited edit) {
        if (edit.threadKey() == null || edit.visibility() == null || edit.author() == null) {
            return null;
        }
        String attachments = row.getString("attachments");
        return new MessageReceived(
                edit.messageId(),
                edit.conversationId(),
                edit.agency(),
                edit.account(),
                edit.channel(),
                edit.externalId(),
                edit.threadKey(),
                edit.visibility(),
                edit.author(),
                edit.text(),
                null,
                null,
                attachments == null ? List.of() : attachments(attachments),
                row.getOffsetDateTime("sent_at").toInstant(),
                row.getOffsetDateTime("received_at").toInstant());
    }

    private static List<Attachment> attachments(String stored) {
        try {
            return EventJson.mapper().readValue(stored, ATTACHMENTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored attachments are not readable", e);
        }
    }

    private static <T> T read(String stored, Class<T> type) {
        try {
            return EventJson.mapper().readValue(stored, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored triage is not readable", e);
        }
    }

    private static String json(Triage triage) {
        try {
            return EventJson.mapper().writeValueAsString(triage);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read can be written", e);
        }
    }

    /**
     * What one transaction leads to.
     *
     * @param now one time for all of it
     * @param events to be told
     * @param received what was received anew
     */
    private record Told(Instant now, List<CaseEvent> events, List<IntakeBatch> received) {
        /** Of several readings of one message in one transaction the last is told: all bear the same time. */
        void reading(CaseReclassified reading) {
            events.removeIf(event ->
                    event instanceof CaseReclassified older && older.messageId().equals(reading.messageId()));
            events.add(reading);
        }
    }
}
