package id.sigap.reply.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import id.sigap.contracts.Disposition;
import id.sigap.contracts.Ids;
import id.sigap.contracts.Kind;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.directory.Topic;
import id.sigap.reply.casework.CaseActs;
import id.sigap.reply.casework.ReplyActs;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.problem.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One act on many cases, and its taking back. Each case is acted on by itself, by the same rules as alone: what one
 * refuses, the others do not feel. What each was before is kept, so that the whole can be undone.
 */
@ApplicationScoped
public class BulkActs {
    /** How many cases one act may name: a page of the queue. */
    public static final int MOST = 100;

    private static final String BEFORE = """
            select case_id, kind, topic, assignee from cases where case_id = any($1) and agency = any($2)
            order by case_id""";

    private static final String KEEP = """
            insert into bulk_acts (bulk_id, person, act, done, refused, at) values ($1, $2, $3, $4, $5, now())""";

    private static final String TOLD = """
            select act, jsonb_array_length(done) as done, refused, undone_at is not null as undone
            from bulk_acts where bulk_id = $1 and person = $2""";

    private static final String TAKE_BACK = """
            update bulk_acts set undone_at = now()
            where bulk_id = $1 and person = $2 and undone_at is null and at > now() - interval '10 minutes'
            returning act, done""";

    private static final String FORGET_OLD = "delete from bulk_acts where at < now() - interval '1 day'";

    private final Pool pool;
    private final CaseActs cases;
    private final ReplyActs replies;

    /** Over the acts on one case. */
    public BulkActs(Pool pool, CaseActs cases, ReplyActs replies) {
        this.pool = pool;
        this.cases = cases;
        this.replies = replies;
    }

    /** What can be done to many. */
    public enum Act {
        TAKE,
        RELEASE,
        CLOSE_NEEDS_NO_ANSWER,
        CLOSE_WITHOUT_ANSWER,
        SPAM,
        KIND_COMPLAINT,
        KIND_QUESTION,
        KIND_PRAISE,
        KIND_OTHER;

        /** As forms and programs name it. */
        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * The act of a word.
         *
         * @throws ProblemException 400 for any other word
         */
        public static Act of(@Nullable String wire) {
            for (Act act : values()) {
                if (act.wire().equals(wire)) {
                    return act;
                }
            }
            throw ProblemException.badRequest(
                    "act",
                    "This must be one of "
                            + Arrays.stream(values()).map(Act::wire).collect(Collectors.joining(", ")) + ".");
        }
    }

    /**
     * Acts on each of the cases, in the order of their ids. A case that the caller may not see is refused as one that is
     * not there.
     *
     * @throws ProblemException 400 for no cases, or more than {@value #MOST}
     */
    public Uni<Result> act(Caller caller, List<UUID> ids, Act act) {
        Set<UUID> named = new LinkedHashSet<>(ids);
        if (named.isEmpty() || named.size() > MOST) {
            throw ProblemException.badRequest("cases", "These must be from 1 to " + MOST + ".");
        }
        List<Before> done = new ArrayList<>();
        return before(caller, named)
                .flatMap(found -> {
                    Set<UUID> seen = found.stream().map(Before::caseId).collect(Collectors.toSet());
                    List<Item> absent = named.stream()
                            .filter(id -> !seen.contains(id))
                            .map(id -> Item.refused(id, ProblemException.notFound()))
                            .toList();
                    return each(found, before -> one(caller, before, act).invoke(() -> done.add(before)))
                            .map(items -> Stream.concat(items.stream(), absent.stream())
                                    .toList());
                })
                .flatMap(items -> keep(caller, act, done, items.size() - done.size())
                        .map(bulkId -> Result.of(bulkId, act, items)));
    }

    /** One after the other; what one case refuses, the next does not feel. */
    private static Uni<List<Item>> each(List<Before> cases, Function<Before, Uni<Void>> act) {
        return Multi.createFrom()
                .iterable(cases)
                .onItem()
                .transformToUniAndConcatenate(before -> Uni.createFrom()
                        .deferred(() -> act.apply(before))
                        .replaceWith(() -> Item.done(before.caseId()))
                        .onFailure(ProblemException.class)
                        .recoverWithItem(failure -> Item.refused(before.caseId(), (ProblemException) failure)))
                .collect()
                .asList();
    }

    /** What became of it; null when it is not the caller's, or too old. */
    public Uni<@Nullable Told> told(Caller caller, UUID bulkId) {
        return pool.preparedQuery(TOLD).execute(Tuple.of(bulkId, caller.name())).map(rows -> {
            RowIterator<Row> found = rows.iterator();
            if (!found.hasNext()) {
                return null;
            }
            Row row = found.next();
            return new Told(
                    bulkId,
                    Act.valueOf(row.getString("act")),
                    row.getInteger("done"),
                    row.getInteger("refused"),
                    row.getBoolean("undone"));
        });
    }

    /**
     * Makes every case what it was before, as far as it is still as the act left it.
     *
     * @return what came of each case
     * @throws ProblemException 409 when it is undone already, too long ago, or not the caller's
     */
    public Uni<Result> undo(Caller caller, UUID bulkId) {
        return pool.preparedQuery(TAKE_BACK)
                .execute(Tuple.of(bulkId, caller.name()))
                .flatMap(rows -> {
                    RowIterator<Row> found = rows.iterator();
                    if (!found.hasNext()) {
                        throw ProblemException.conflict("too-late", "This cannot be undone any more.");
                    }
                    Row row = found.next();
                    Act act = Act.valueOf(row.getString("act"));
                    return each(read(row.getJsonArray("done")), before -> takeBack(caller, before, act))
                            .map(items -> Result.of(bulkId, act, items));
                });
    }

    private Uni<Void> one(Caller caller, Before before, Act act) {
        UUID id = before.caseId();
        return switch (act) {
            case TAKE -> cases.assign(caller, id, null, caller.name());
            case RELEASE -> cases.assign(caller, id, null, null);
            case CLOSE_NEEDS_NO_ANSWER -> cases.close(caller, id, null, Disposition.NEEDS_NO_ANSWER);
            case CLOSE_WITHOUT_ANSWER -> cases.close(caller, id, null, Disposition.WITHOUT_ANSWER);
            case SPAM ->
                cases.reclassify(caller, id, null, Kind.SPAM, Topic.NONE)
                        .flatMap(done -> cases.close(caller, id, null, Disposition.NEEDS_NO_ANSWER));
            case KIND_COMPLAINT -> cases.reclassify(caller, id, null, Kind.COMPLAINT, before.topic());
            case KIND_QUESTION -> cases.reclassify(caller, id, null, Kind.QUESTION, before.topic());
            case KIND_PRAISE -> cases.reclassify(caller, id, null, Kind.PRAISE, before.topic());
            case KIND_OTHER -> cases.reclassify(caller, id, null, Kind.OTHER, before.topic());
        };
    }

    private Uni<Void> takeBack(Caller caller, Before before, Act act) {
        UUID id = before.caseId();
        return switch (act) {
            case TAKE, RELEASE -> cases.assign(caller, id, null, before.assignee());
            case CLOSE_NEEDS_NO_ANSWER, CLOSE_WITHOUT_ANSWER -> reopen(caller, id);
            case SPAM -> reopen(caller, id).flatMap(open -> asBefore(caller, before));
            case KIND_COMPLAINT, KIND_QUESTION, KIND_PRAISE, KIND_OTHER -> asBefore(caller, before);
        };
    }

    private Uni<Void> asBefore(Caller caller, Before before) {
        return cases.reclassify(caller, before.caseId(), null, Kind.of(before.kind()), before.topic());
    }

    /** Closing gave its draft up: there is another one now. */
    private Uni<Void> reopen(Caller caller, UUID id) {
        return cases.reopen(caller, id, null, null)
                .flatMap(open -> replies.draft(caller, id, null))
                .replaceWithVoid();
    }

    private Uni<List<Before>> before(Caller caller, Set<UUID> ids) {
        return pool.preparedQuery(BEFORE)
                .execute(Tuple.of(ids.toArray(UUID[]::new), caller.agencies().toArray(String[]::new)))
                .map(rows -> {
                    List<Before> found = new ArrayList<>(rows.size());
                    rows.forEach(row -> found.add(new Before(
                            row.getUUID("case_id"),
                            row.getString("kind"),
                            row.getString("topic"),
                            row.getString("assignee"))));
                    return found;
                });
    }

    private Uni<UUID> keep(Caller caller, Act act, List<Before> done, int refused) {
        UUID bulkId = Ids.timeOrdered();
        return pool.preparedQuery(KEEP)
                .execute(Tuple.of(bulkId, caller.name(), act.name(), written(done), refused))
                .call(() -> pool.query(FORGET_OLD).execute())
                .replaceWith(bulkId);
    }

    private static JsonArray written(List<Before> done) {
        try {
            return new JsonArray(EventJson.mapper().writeValueAsString(done));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was done can be written", e);
        }
    }

    private static List<Before> read(JsonArray done) {
        try {
            return EventJson.mapper().readValue(done.encode(), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was done can be read", e);
        }
    }

    /** What a case was. */
    record Before(
            UUID caseId,
            String kind,
            String topic,
            @Nullable String assignee) {}

    /**
     * What is kept of an act on many, for a day.
     *
     * @param done how many cases took it
     * @param refused how many did not
     * @param undone whether it was taken back
     */
    public record Told(UUID bulkId, Act act, int done, int refused, boolean undone) {}

    /**
     * What came of an act on many.
     *
     * @param bulkId by which it can be taken back, for ten minutes
     * @param done how many cases took it
     * @param refused how many did not
     * @param items each case once
     */
    public record Result(UUID bulkId, Act act, int done, int refused, List<Item> items) {
        static Result of(UUID bulkId, Act act, List<Item> items) {
            int done = (int) items.stream().filter(item -> item.code() == null).count();
            return new Result(bulkId, act, done, items.size() - done, items);
        }
    }

    /**
     * What came of one case.
     *
     * @param outcome done or refused
     * @param code why not, as the problem of the act alone would have it; absent when it is done
     * @param detail the same as a sentence
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            UUID caseId,
            String outcome,
            @Nullable String code,
            @Nullable String detail) {
        static Item done(UUID caseId) {
            return new Item(caseId, "done", null, null);
        }

        static Item refused(UUID caseId, ProblemException why) {
            return new Item(
                    caseId, "refused", why.problem().code(), why.problem().detail());
        }
    }
}
