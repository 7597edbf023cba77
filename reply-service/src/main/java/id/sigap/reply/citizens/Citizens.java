package id.sigap.reply.citizens;

import id.sigap.contracts.Ids;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen wrote before, on any channel of the same agency. Two identities are one citizen when the channel has
 * verified the same contact for both, or when a person said so; nothing is guessed, and nothing crosses agencies.
 */
@ApplicationScoped
public class Citizens {
    private static final int MOST = 100;

    private static final String HISTORY = """
            with file as (
                select agency, conversation_id, contact_of(channel, citizen_id) as contact
                from cases where case_id = $1 and agency = any($2)),
            contacts as (
                select contact, null::text as linked_by from file where contact is not null
                union all
                select b.contact, b.linked_by from file f
                join citizen_links a on a.agency = f.agency and a.contact = f.contact
                join citizen_links b on b.agency = a.agency and b.citizen = a.citizen and b.contact <> f.contact),
            found as (
                select c.case_id, 'conversation' as known_by, null::text as linked_by from file f
                join cases c on c.conversation_id = f.conversation_id and c.state <> 'closed'
                union all
                select c.case_id, 'conversation', null from file f
                join cases c on c.conversation_id = f.conversation_id and c.state = 'closed'
                union all
                select c.case_id, case when k.linked_by is null then 'contact' else 'link' end, k.linked_by
                from file f cross join contacts k
                join cases c on c.agency = f.agency and contact_of(c.channel, c.citizen_id) = k.contact
                    and c.citizen_id is not null)
            select distinct on (c.opened_at, c.case_id) c.case_id, c.number, c.conversation_id, c.channel, c.account,
                c.state, c.kind, c.topic, c.unit, c.opened_at, c.answered_at, c.closed_at, found.known_by, found.linked_by,
                (select agency from file) as file_agency
            from (select agency from file) f left join found on true
            left join cases c on c.case_id = found.case_id and c.agency = f.agency
            order by c.opened_at desc, c.case_id, found.known_by limit $3""";

    /** Of the same agency: a number that a person types leads nowhere else. */
    private static final String OTHER = """
            select o.case_id from cases f join cases o on o.agency = f.agency and o.number = $3
            where f.case_id = $1 and f.agency = any($2) and o.case_id <> f.case_id""";

    private static final String FILES = """
            select case_id, agency, contact_of(channel, citizen_id) as contact,
                (select citizen from citizen_links l
                 where l.agency = c.agency and l.contact = contact_of(c.channel, c.citizen_id)) as citizen
            from cases c where case_id = any($1) and agency = any($2) order by conversation_id, case_id""";

    /** Both, and whoever was linked to either, are one from now on. */
    private static final String LINK = """
            with joined as (
                update citizen_links set citizen = $4 where agency = $1 and citizen = any($5))
            insert into citizen_links (agency, contact, citizen, linked_by, linked_at)
            select $1, k, $4, $3, now() from unnest($2::text[]) as k
            on conflict (agency, contact) do nothing""";

    private static final String UNLINK = "delete from citizen_links where agency = $1 and contact = $2";

    private static final String NOTE = """
            insert into history (case_id, at, act, done_by, detail)
            select c, now(), $2, $3, $4 from unnest($1::uuid[]) as c""";

    private final Pool pool;

    /** Over the service's pool. */
    public Citizens(Pool pool) {
        this.pool = pool;
    }

    /** The cases of the citizen of a case, newest first; fails with 404 when the caller may not see that case. */
    public Uni<List<Known>> history(Caller caller, UUID caseId) {
        return pool.preparedQuery(HISTORY)
                .execute(Tuple.of(caseId, agencies(caller), MOST))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw ProblemException.notFound();
                    }
                    List<Known> cases = new ArrayList<>(rows.size());
                    rows.forEach(row -> {
                        if (row.getUUID("case_id") != null) {
                            cases.add(known(row));
                        }
                    });
                    return cases;
                });
    }

    /**
     * Says that the citizens of two cases are one, the other named by its number.
     *
     * @throws ProblemException 422 when the agency has no other case of that number
     */
    public Uni<Void> link(Caller caller, UUID one, String number, @Nullable String reason) {
        return pool.preparedQuery(OTHER)
                .execute(Tuple.of(one, agencies(caller), number))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw ProblemException.unprocessable("other", "The agency has no other case of this number.");
                    }
                    return rows.iterator().next().getUUID("case_id");
                })
                .flatMap(other -> link(caller, one, other, reason));
    }

    /** Says that the citizens of two cases are one. */
    Uni<Void> link(Caller caller, UUID one, UUID other, @Nullable String reason) {
        return pool.withTransaction(connection -> files(connection, caller, one, other)
                .flatMap(files -> {
                    Contact first = files.get(0);
                    Contact second = files.get(1);
                    if (!first.agency().equals(second.agency())) {
                        throw ProblemException.unprocessable("other", "The cases belong to different agencies.");
                    }
                    UUID citizen = first.citizen() != null
                            ? first.citizen()
                            : second.citizen() != null ? second.citizen() : Ids.timeOrdered();
                    UUID[] before = files.stream()
                            .map(Contact::citizen)
                            .filter(Objects::nonNull)
                            .toArray(UUID[]::new);
                    String[] contacts =
                            files.stream().map(Contact::contact).distinct().toArray(String[]::new);
                    Tuple link = Tuple.from(Arrays.asList(first.agency(), contacts, caller.name(), citizen, before));
                    return connection
                            .preparedQuery(LINK)
                            .execute(link)
                            .flatMap(done -> note(connection, new UUID[] {one, other}, "linked", caller, reason));
                }));
    }

    /** Takes back that the citizen of a case is linked to any other. */
    public Uni<Void> unlink(Caller caller, UUID caseId, @Nullable String reason) {
        return pool.withTransaction(connection -> files(connection, caller, caseId, caseId)
                .flatMap(files -> connection
                        .preparedQuery(UNLINK)
                        .execute(Tuple.of(files.get(0).agency(), files.get(0).contact()))
                        .invoke(rows -> {
                            if (rows.rowCount() == 0) {
                                throw ProblemException.conflict("not-linked", "The citizen is linked to no other.");
                            }
                        }))
                .flatMap(done -> note(connection, new UUID[] {caseId}, "unlinked", caller, reason)));
    }

    private static Uni<List<Contact>> files(SqlConnection connection, Caller caller, UUID one, UUID other) {
        UUID[] wanted = one.equals(other) ? new UUID[] {one} : new UUID[] {one, other};
        return connection
                .preparedQuery(FILES)
                .execute(Tuple.of(wanted, agencies(caller)))
                .map((RowSet<Row> rows) -> {
                    if (rows.size() != wanted.length) {
                        throw ProblemException.notFound();
                    }
                    List<Contact> files = new ArrayList<>();
                    for (Row row : rows) {
                        if (row.getString("contact") == null) {
                            throw ProblemException.unprocessable(
                                    "case", "The channel's identity of this citizen was not kept.");
                        }
                        files.add(
                                new Contact(row.getString("agency"), row.getString("contact"), row.getUUID("citizen")));
                    }
                    return files;
                });
    }

    private static Uni<Void> note(
            SqlConnection connection, UUID[] cases, String act, Caller caller, @Nullable String reason) {
        Tuple note = Tuple.tuple();
        note.addArrayOfUUID(cases).addString(act).addString(caller.name()).addString(reason);
        return connection.preparedQuery(NOTE).execute(note).replaceWithVoid();
    }

    private static String[] agencies(Caller caller) {
        return caller.agencies().toArray(String[]::new);
    }

    private static Known known(Row row) {
        return new Known(
                row.getUUID("case_id"),
                row.getString("number"),
                row.getUUID("conversation_id"),
                row.getString("channel"),
                row.getString("account"),
                row.getString("state"),
                row.getString("kind"),
                row.getString("topic"),
                row.getString("unit"),
                row.getOffsetDateTime("opened_at").toInstant(),
                time(row, "answered_at"),
                time(row, "closed_at"),
                row.getString("known_by"),
                row.getString("linked_by"));
    }

    private static @Nullable Instant time(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    /** Whose contact a case has, and the citizen that it was linked to. */
    private record Contact(
            String agency, String contact, @Nullable UUID citizen) {}

    /**
     * A case of the same citizen.
     *
     * @param knownBy conversation (the same one), contact (verified by the channels), or link (a person said so)
     * @param linkedBy who said so
     */
    @com.fasterxml.jackson.annotation.JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
    public record Known(
            UUID caseId,
            String number,
            UUID conversationId,
            String channel,
            String account,
            String state,
            String kind,
            String topic,
            String unit,
            Instant openedAt,
            @Nullable Instant answeredAt,
            @Nullable Instant closedAt,
            String knownBy,
            @Nullable String linkedBy) {}
}
