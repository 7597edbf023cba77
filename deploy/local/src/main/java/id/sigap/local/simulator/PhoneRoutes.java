package id.sigap.local.simulator;

import id.sigap.contracts.directory.Account;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** The citizen's page and what it is fed with. */
final class PhoneRoutes {
    /** Nothing inline, nothing from elsewhere. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final long HEARTBEAT_MILLIS = 15_000;
    private static final int CHATS_SHOWN = 30;

    private final ChannelSimulator simulator;
    private final ChatBook chats;

    PhoneRoutes(ChannelSimulator simulator, ChatBook chats) {
        this.simulator = simulator;
        this.chats = chats;
    }

    void mount(Router router) {
        file(router, "/", "phone.html", "text/html; charset=utf-8");
        file(router, "/phone.js", "phone.js", "text/javascript; charset=utf-8");
        file(router, "/phone.css", "phone.css", "text/css; charset=utf-8");
        file(router, "/phone.svg", "phone.svg", "image/svg+xml");
        router.get("/sim/accounts").handler(this::accounts);
        router.get("/sim/chats").handler(this::listChats);
        router.get("/sim/chat").handler(this::chat);
    }

    /** Read once: the simulator has no files of its own at run time. */
    private static void file(Router router, String path, String name, String type) {
        Buffer content;
        try (InputStream in = PhoneRoutes.class.getResourceAsStream("/simulator/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the page's file " + name + " is not in the jar");
            }
            content = Buffer.buffer(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        router.get(path)
                .handler(context -> context.response()
                        .putHeader("content-type", type)
                        .putHeader("content-security-policy", POLICY)
                        .putHeader("x-content-type-options", "nosniff")
                        .putHeader("referrer-policy", "no-referrer")
                        .putHeader("cache-control", "no-cache")
                        .end(content));
    }

    private void accounts(RoutingContext context) {
        JsonArray accounts = new JsonArray();
        simulator
                .accounts()
                .forEach(owned -> accounts.add(new JsonObject()
                        .put("channel", owned.account().channel().wire())
                        .put("account", owned.account().id())
                        .put("name", owned.account().name())
                        .put("agency", owned.agency().id())
                        .put("agencyName", owned.agency().name())));
        Sends.json(context.response(), 200, new JsonObject().put("accounts", accounts));
    }

    private void listChats(RoutingContext context) {
        Account account = simulator.knownAccount(required(context, "account"));
        JsonArray list = new JsonArray();
        chats.entries(account.id(), CHATS_SHOWN)
                .forEach(entry -> list.add(new JsonObject()
                        .put("with", entry.citizen())
                        .put("name", entry.name())
                        .put("last", entry.last().toJson())));
        Sends.json(context.response(), 200, new JsonObject().put("chats", list));
    }

    /** The bubbles so far and every change, as server-sent events; a slow reader is cut off and comes again by itself. */
    private void chat(RoutingContext context) {
        Account account = simulator.knownAccount(required(context, "account"));
        ChatBook.Key key = new ChatBook.Key(account.id(), required(context, "with"));
        HttpServerResponse response = context.response();
        response.setChunked(true)
                .putHeader("content-type", "text/event-stream")
                .putHeader("cache-control", "no-store")
                .write("retry: 1500\n\n");
        Consumer<ChatItem> tell = item -> {
            if (response.closed() || response.ended()) {
                return;
            }
            if (response.writeQueueFull()) {
                context.request().connection().close();
            } else {
                response.write("data: " + item.toJson().encode() + "\n\n");
            }
        };
        Runnable stop = chats.watch(key, tell);
        chats.items(key).forEach(tell);
        response.write("event: ready\ndata: {}\n\n");
        long heartbeat = context.vertx().setPeriodic(HEARTBEAT_MILLIS, timer -> response.write(": alive\n\n"));
        response.closeHandler(gone -> {
            context.vertx().cancelTimer(heartbeat);
            stop.run();
        });
    }

    private static String required(RoutingContext context, String name) {
        String value = context.request().getParam(name);
        if (value == null || value.isBlank()) {
            throw new InvalidInputException(name, "is required");
        }
        return value;
    }
}
