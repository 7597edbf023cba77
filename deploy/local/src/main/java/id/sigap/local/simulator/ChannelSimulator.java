package id.sigap.local.simulator;

import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.Account;
import id.sigap.contracts.directory.Directory;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Stands where the channels stand: delivers citizens' messages to ingest as the vendors do, takes the sends of reply as
 * the vendors do, remembers what it accepted, and has a page on which one plays the citizen. Listens on loopback only and
 * has no login. Thread-safe; everything happens on one event loop of its own.
 */
public final class ChannelSimulator implements AutoCloseable {
    private static final long START_SECONDS = 20;
    private static final int BODY_LIMIT = 1_000_000;
    private static final int CONNECTIONS = 256;
    /** Beyond this a caller that does not wait for answers is told so, instead of filling the memory. */
    private static final int MOST_WAITING = 50_000;

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Vertx vertx;
    private final Context loop;
    private final Directory directory;
    private final Map<Channel, SimulatedChannel> channels = new LinkedHashMap<>();
    private final Faults faults = new Faults();
    private final Outbox outbox;
    private final ChatBook chats = new ChatBook();
    private final @Nullable RecordFile recordFile;
    private final HttpServer server;

    private ChannelSimulator(SimulatorOptions options) {
        this.directory = options.directory();
        this.recordFile = options.recordFile() == null ? null : RecordFile.append(options.recordFile());
        this.outbox = new Outbox(options.recordsPerAccount(), recordFile);
        this.vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                // Nothing is served from files, so no cache folder is left behind.
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        this.loop = vertx.getOrCreateContext();
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(5_000).setKeepAliveTimeout(50),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(MOST_WAITING));
        Simulation simulation = new Simulation(
                vertx,
                client,
                options,
                new Webhooks(client, options.ingest(), faults),
                new Sends(vertx, faults, outbox, chats::answered, Clock.systemUTC()));
        options.channels().forEach(plug -> {
            SimulatedChannel channel = plug.in(simulation);
            channels.put(channel.channel(), channel);
        });
        this.server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost(options.host())
                        .setPort(options.port())
                        .setReuseAddress(true))
                .requestHandler(router());
    }

    /**
     * Starts and returns when it listens.
     *
     * @throws IllegalStateException when it cannot listen, with a sentence that says why
     */
    public static ChannelSimulator start(SimulatorOptions options) {
        ChannelSimulator simulator = new ChannelSimulator(options);
        try {
            simulator.await(simulator.server.listen());
            return simulator;
        } catch (IllegalStateException e) {
            simulator.close();
            throw new IllegalStateException(
                    "The channel simulator cannot listen on " + options.host() + ":" + options.port() + ": "
                            + e.getMessage(),
                    e);
        }
    }

    /** Where it listens. */
    public int port() {
        return server.actualPort();
    }

    /**
     * Writes as a citizen to an account.
     *
     * @return what ingest answered; fails with {@link InvalidInputException} for a message that the channel cannot carry,
     *     and with the connection's exception when ingest cannot be reached
     * @throws InvalidInputException when there is no such account or its channel is not simulated
     */
    public CompletionStage<Delivery> write(String account, CitizenMessage message) {
        Account known = knownAccount(account);
        account(known.channel(), account);
        Promise<Delivery> done = Promise.promise();
        loop.runOnContext(now -> deliver(known, message).onComplete(done));
        return done.future().toCompletionStage();
    }

    /** An id for a message to this account, for a sender that may have to send the same message again. */
    String newMessageId(Account account) {
        return Optional.ofNullable(channels.get(account.channel()))
                .orElseThrow()
                .newMessageId();
    }

    /** What the channels accepted and fits the filter, in the order of acceptance. */
    public List<AcceptedMessage> outbox(OutboxFilter filter) {
        return outbox.list(filter);
    }

    /** How many messages the channels accepted since the start or the last clearing, also those no longer in memory. */
    public long accepted() {
        return outbox.accepted();
    }

    /** Forgets the outbox; the record file keeps what it has. */
    public void clearOutbox() {
        outbox.clear();
    }

    /** Sets a fault after those that are already set. */
    public void add(Fault fault) {
        faults.add(fault);
    }

    /** Takes all faults back. */
    public void clearFaults() {
        faults.clear();
    }

    /** The accounts that one can write to, in the directory's order. */
    public List<Directory.Owned> accounts() {
        return directory.agencies().stream()
                .flatMap(agency -> agency.accounts().stream().map(account -> new Directory.Owned(agency, account)))
                .filter(owned -> channels.containsKey(owned.account().channel()))
                .toList();
    }

    @Override
    public void close() {
        try {
            await(vertx.close());
        } finally {
            closeRecordFile();
        }
    }

    private void closeRecordFile() {
        if (recordFile != null) {
            try {
                recordFile.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Account knownAccount(String id) {
        return directory
                .account(id)
                .map(Directory.Owned::account)
                .orElseThrow(() -> new InvalidInputException(404, "account", "is not in the directory"));
    }

    Account account(@Nullable Channel channel, String id) {
        Account account = knownAccount(id);
        if (account.channel() != channel) {
            throw new InvalidInputException(
                    404, "account", "is on the channel " + account.channel().wire());
        }
        if (!channels.containsKey(account.channel())) {
            throw new InvalidInputException(
                    404,
                    "channel",
                    account.channel().wire() + " is not simulated; simulated are "
                            + String.join(
                                    ", ",
                                    channels.keySet().stream()
                                            .map(Channel::wire)
                                            .toList()));
        }
        return account;
    }

    /** On the event loop only. */
    Future<Delivery> deliver(Account account, CitizenMessage message) {
        SimulatedChannel channel =
                Optional.ofNullable(channels.get(account.channel())).orElseThrow();
        CitizenMessage named = message.messageId() == null ? message.withMessageId(channel.newMessageId()) : message;
        Future<Delivery> sent;
        try {
            sent = channel.write(account, named);
        } catch (InvalidInputException wrong) {
            return Future.failedFuture(wrong);
        }
        chats.writing(account, named);
        return sent.onComplete(done -> chats.written(account, named, done.succeeded() ? done.result() : null));
    }

    private Router router() {
        Router router = Router.router(vertx);
        router.route().failureHandler(Problems::uncaught);
        router.route().handler(ChannelSimulator::onlyOwnName);
        router.get("/q/health/ready")
                .handler(context -> Sends.json(
                        context.response(),
                        200,
                        new JsonObject().put("status", "UP").put("checks", new JsonArray())));
        router.post().handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT));
        channels.values().forEach(channel -> channel.offer(router));
        new SimulatorRoutes(this, outbox, faults).mount(router);
        new PhoneRoutes(this, chats).mount(router);
        new OtherSystem().mount(router);
        router.route().last().handler(context -> Problems.answer(context, 404, null, "There is nothing here"));
        return router;
    }

    /** A name that someone else's DNS points to loopback must not open this to a foreign page. */
    private static void onlyOwnName(RoutingContext context) {
        String host = context.request().authority() == null
                ? ""
                : context.request().authority().host();
        if (OWN_NAMES.contains(host) || OWN_NAMES.contains("[" + host + "]")) {
            context.next();
        } else {
            Problems.answer(context, 421, "host", "The simulator answers to localhost only");
        }
    }

    private <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException(cause.getMessage(), cause);
        } catch (TimeoutException | CompletionException e) {
            throw new IllegalStateException("no answer within " + START_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
