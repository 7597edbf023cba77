package id.sigap.reply.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.sigap.contracts.Channel;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.event.Triage;
import id.sigap.reply.approval.TextHash;
import id.sigap.reply.checking.ReplyChecker;
import id.sigap.reply.personaldata.Masked;
import id.sigap.reply.stream.CaseChanges;
import id.sigap.reply.templates.Drafter;
import id.sigap.runtime.secret.Secrets;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Offers new local drafts that quote articles to the model, after the citizen's message has long been answered by the
 * local composer. A draft is replaced only while nobody has touched it, submitted it or released it; it is asked once, by
 * one instance, and stays as it is when the model is slow, away or wrong.
 */
@ApplicationScoped
public class ModelRewording {
    private static final Logger LOG = Logger.getLogger(ModelRewording.class);
    private static final int AT_ONCE = 4;

    private static final String CLAIM = """
        update drafts d set asked_at = now()
        from (select w.reply_id from drafts w join replies r on r.reply_id = w.reply_id
              where w.asked_at is null and w.sources <> '[]' and w.composed_at > now() - interval '10 minutes'
                and r.state = 'draft' and r.written_by is null and r.text_hash = w.text_hash
              order by w.composed_at limit $1 for update of w skip locked) next
        where d.reply_id = next.reply_id returning d.reply_id\
        """;

    private static final String READ = """
        select r.reply_id, r.case_id, r.agency, r.body, r.text_hash, c.number, c.citizen, c.channel, c.visibility,
            (select json_agg(json_build_object('body', m.body, 'triage', m.triage, 'edited',
                     m.edited_at is distinct from m.read_edit)
                 order by m.sent_at, m.message_id)
             from messages m where m.message_id = any(c.turn))::text as turn
        from replies r join cases c on c.case_id = r.case_id
        where r.reply_id = any($1) and r.state = 'draft' and r.written_by is null\
        """;

    private static final String REPLACE = """
        with changed as (
            update replies set body = $2, text_hash = $3, version = version + 1
            where reply_id = $1 and state = 'draft' and written_by is null and text_hash = $4 returning reply_id)
        update drafts d set composer = 'model', text_hash = $3 from changed where d.reply_id = changed.reply_id\
        """;

    private final Vertx vertx;
    private final Pool pool;
    private final Drafter drafter;
    private final CaseChanges changes;
    private final ReplyChecker checker;
    private final Duration every;
    private final @Nullable ModelComposer composer;
    private final Counter reworded;
    private final Counter kept;
    private final AtomicBoolean busy = new AtomicBoolean();
    private long timer = -1;

    /** With the model of the configuration, if there is one. */
    @Inject
    public ModelRewording(
            Vertx vertx,
            Pool pool,
            Drafter drafter,
            CaseChanges changes,
            ReplyChecker checker,
            MeterRegistry meters,
            ModelSettings settings,
            Secrets secrets) {
        this(
                vertx,
                pool,
                drafter,
                changes,
                checker,
                meters,
                settings.every(),
                settings.address()
                        .map(address ->
                                new OpenAiModel(address, settings.name(), key(settings, secrets), settings.timeout()))
                        .orElse(null));
    }

    /**
     * With any model.
     *
     * @param every how often new drafts are looked for
     * @param model absent when there is none
     */
    public ModelRewording(
            Vertx vertx,
            Pool pool,
            Drafter drafter,
            CaseChanges changes,
            ReplyChecker checker,
            MeterRegistry meters,
            Duration every,
            @Nullable LanguageModel model) {
        this.vertx = vertx;
        this.pool = pool;
        this.drafter = drafter;
        this.changes = changes;
        this.checker = checker;
        this.every = every;
        this.composer = model == null ? null : new ModelComposer(model);
        this.reworded = counter(meters, "reworded");
        this.kept = counter(meters, "kept");
    }

    void start(@Observes StartupEvent started) {
        if (composer != null) {
            timer = vertx.setPeriodic(every.toMillis(), tick -> look());
        }
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    /** Asks the model about a few drafts; the answer is how many it changed. */
    public Uni<Integer> once() {
        ModelComposer asked = composer;
        if (asked == null) {
            return Uni.createFrom().item(0);
        }
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(AT_ONCE))
                .map(ModelRewording::ids)
                .flatMap(ids -> ids.length == 0
                        ? Uni.createFrom().item(List.<Row>of())
                        : pool.preparedQuery(READ).execute(Tuple.of(ids)).map(ModelRewording::rows))
                .flatMap(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> reword(asked, row))
                        .filter(changed -> changed)
                        .collect()
                        .asList())
                .map(List::size);
    }

    /** The model is waited for on a worker's thread, and no transaction is open meanwhile. */
    private Uni<Boolean> reword(ModelComposer asked, Row row) {
        return Uni.createFrom()
                .item(() -> asked.reword(draft(row)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .invoke(failure -> LOG.debugf("the model gave no answer: %s", failure.getClass()))
                .onFailure()
                .recoverWithItem(Optional.empty())
                .flatMap(text -> text.isEmpty() ? Uni.createFrom().item(false) : checked(row, text.get()))
                .invoke(changed -> (changed ? reworded : kept).increment());
    }

    /** The model's words pass the same checks as anybody's. */
    private Uni<Boolean> checked(Row row, String text) {
        return checker.proposed(row.getString("agency"), row.getUUID("case_id"), text)
                .flatMap(answer -> answer.blocked() ? Uni.createFrom().item(false) : replace(row, text));
    }

    private Uni<Boolean> replace(Row row, String text) {
        return pool.preparedQuery(REPLACE)
                .execute(Tuple.of(row.getUUID("reply_id"), text, TextHash.of(text), row.getString("text_hash")))
                .map(rows -> rows.rowCount() > 0)
                .invoke(changed -> {
                    if (changed) {
                        changes.changed(row.getString("agency"), row.getUUID("case_id"));
                    }
                });
    }

    private LocalDraft draft(Row row) {
        Channel channel = Channel.of(row.getString("channel"));
        return new LocalDraft(
                row.getString("body"),
                message(row.getString("turn")),
                row.getString("citizen"),
                row.getString("number"),
                channel,
                Visibility.of(row.getString("visibility")),
                drafter.textLimit(channel, Visibility.of(row.getString("visibility")), Instant.now()));
    }

    /** The turn's words with the personal data covered that triage found; all digits where it has not read them. */
    private static String message(@Nullable String turn) {
        if (turn == null) {
            return "";
        }
        try {
            List<String> messages = new ArrayList<>();
            for (Said said : EventJson.mapper().readValue(turn, Said[].class)) {
                messages.add(
                        said.edited()
                                ? said.body().replaceAll("\\d", "•")
                                : Masked.of(
                                        said.body(),
                                        EventJson.mapper()
                                                .readValue(said.triage(), Triage.class)
                                                .personalData()));
            }
            return String.join("\n", messages);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored triage is not readable", e);
        }
    }

    private void look() {
        if (busy.compareAndSet(false, true)) {
            once().onTermination()
                    .invoke(() -> busy.set(false))
                    .subscribe()
                    .with(done -> {}, failure -> LOG.debugf("drafts cannot be reworded: %s", failure.getClass()));
        }
    }

    private static String key(ModelSettings settings, Secrets secrets) {
        return settings.secret()
                .map(name -> secrets.findText(name)
                        .orElseThrow(() -> new IllegalStateException("the secret of sigap.model.secret is not set")))
                .orElse("none");
    }

    private static UUID[] ids(RowSet<Row> rows) {
        return rows(rows).stream().map(row -> row.getUUID("reply_id")).toArray(UUID[]::new);
    }

    private static List<Row> rows(RowSet<Row> rows) {
        List<Row> all = new ArrayList<>(rows.size());
        rows.forEach(all::add);
        return all;
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("sigap_reply_model_drafts")
                .description("drafts that the model was asked to reword, by what became of them")
                .tag("outcome", outcome)
                .register(meters);
    }

    private record Said(String body, String triage, boolean edited) {}
}
