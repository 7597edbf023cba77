package id.sigap.local.simulator;

import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.Account;
import id.sigap.contracts.directory.Directory;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A citizen with a browser: opens ingest's form, fills it in as a person would and sends it. The answer comes on the
 * tracking page, so nothing is sent through this channel.
 */
final class WebFormChannel implements SimulatedChannel {
    private static final Pattern TRACKING_LINK = Pattern.compile("(?:https?://[^\"'\\s<>]+)?/lacak/[A-Za-z0-9_-]{16,}");
    private static final long TIMEOUT_MILLIS = 20_000;

    private final Simulation simulation;

    WebFormChannel(Simulation simulation) {
        this.simulation = simulation;
    }

    @Override
    public Channel channel() {
        return Channel.WEB;
    }

    @Override
    public String newMessageId() {
        return UUID.randomUUID().toString();
    }

    @Override
    public void offer(Router router) {
        // Answers are read on the tracking page of reply.
    }

    @Override
    public Future<Delivery> write(Account account, CitizenMessage message) {
        check(message);
        URI page = URI.create(
                simulation.ingest() + "/?account=" + URLEncoder.encode(account.id(), StandardCharsets.UTF_8));
        long start = System.nanoTime();
        return get(page).compose(opened -> {
            WebForm form = WebForm.of(page, opened.body())
                    .orElseThrow(() -> new IllegalStateException("the page of ingest has no form"));
            return post(page, form, form.filled(control -> answer(control, account, message)), opened.cookies())
                    .compose(posted -> follow(page, posted))
                    .map(last -> delivery(message, last, start));
        });
    }

    private static void check(CitizenMessage message) {
        if (message.edits() != null) {
            throw new InvalidInputException("edits", "a form that was sent cannot be changed");
        }
        if (message.withdraws() != null) {
            throw new InvalidInputException("withdraws", "a form that was sent cannot be taken back");
        }
        if (message.sentAt() != null) {
            throw new InvalidInputException("sentAt", "a form has no time of its own; leave it out");
        }
    }

    private static Delivery delivery(CitizenMessage message, Page last, long start) {
        Matcher link = TRACKING_LINK.matcher(last.location() == null ? last.body() : last.location());
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        Delivery.Answer answer =
                new Delivery.Answer(last.status(), Webhooks.beginning(Buffer.buffer(last.body())), millis);
        return new Delivery(message.requiredMessageId(), List.of(answer), link.find() ? link.group() : null);
    }

    /** What a person would put there; what is only a trap for robots stays as it is. */
    private Optional<String> answer(WebForm.Control control, Account account, CitizenMessage message) {
        String name = control.name().toLowerCase(Locale.ROOT);
        return switch (control.type()) {
            case "textarea" -> Optional.of(message.text());
            case "hidden" -> Optional.of(control.value());
            case "select" -> choose(control, account);
            case "radio" -> belongs(control.value(), account) ? Optional.of(control.value()) : Optional.empty();
            case "checkbox" ->
                control.required() ? Optional.of(control.value().isEmpty() ? "on" : control.value()) : Optional.empty();
            case "submit", "button", "reset", "file", "image" -> Optional.empty();
            default -> Optional.of(isName(name) ? shownName(message) : control.value());
        };
    }

    private static boolean isName(String field) {
        return field.equals("name") || field.equals("nama") || (field.endsWith("name") && !field.contains("user"));
    }

    private static String shownName(CitizenMessage message) {
        return message.name() == null ? message.from() : message.name();
    }

    private Optional<String> choose(WebForm.Control control, Account account) {
        return control.options().stream()
                .filter(option -> belongs(option, account))
                .findFirst()
                .or(() -> control.options().stream()
                        .filter(option -> !option.isEmpty())
                        .findFirst());
    }

    private boolean belongs(String option, Account account) {
        return option.equals(account.id())
                || simulation
                        .directory()
                        .account(account.id())
                        .map(Directory.Owned::agency)
                        .filter(agency -> agency.id().equals(option))
                        .isPresent();
    }

    private Future<Page> get(URI page) {
        return exchange(page, HttpMethod.GET, null, "", null);
    }

    private Future<Page> post(URI page, WebForm form, String body, String cookies) {
        return exchange(form.action(), HttpMethod.POST, Buffer.buffer(body), cookies, page);
    }

    /** A form that answers with a redirect is read at its end, except where the citizen leaves ingest. */
    private Future<Page> follow(URI page, Page posted) {
        String location = posted.location();
        if (posted.status() < 300 || posted.status() > 399 || location == null) {
            return Future.succeededFuture(posted);
        }
        URI next = page.resolve(location);
        boolean leaves = !String.valueOf(next.getAuthority()).equals(page.getAuthority());
        return leaves || TRACKING_LINK.matcher(location).find()
                ? Future.succeededFuture(new Page(200, posted.body(), location, ""))
                : exchange(next, HttpMethod.GET, null, posted.cookies(), page);
    }

    private Future<Page> exchange(
            URI at, HttpMethod method, @Nullable Buffer body, String cookies, @Nullable URI from) {
        RequestOptions request = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(at.toString())
                .setTimeout(TIMEOUT_MILLIS)
                .putHeader("accept", "text/html");
        if (!cookies.isEmpty()) {
            request.putHeader("cookie", cookies);
        }
        if (from != null) {
            request.putHeader("origin", from.getScheme() + "://" + from.getAuthority());
        }
        if (body != null) {
            request.putHeader("content-type", "application/x-www-form-urlencoded");
        }
        return simulation
                .client()
                .request(request)
                .compose(http -> body == null ? http.send() : http.send(body))
                .compose(response -> response.body().map(bytes -> Page.of(response, bytes)));
    }

    /**
     * What came back.
     *
     * @param status HTTP status
     * @param body the page
     * @param location where a redirect leads
     * @param cookies to send along next time
     */
    private record Page(int status, String body, @Nullable String location, String cookies) {
        static Page of(HttpClientResponse response, Buffer body) {
            MultiMap headers = response.headers();
            String cookies = headers.getAll("set-cookie").stream()
                    .map(cookie -> cookie.substring(0, cookie.indexOf(';') < 0 ? cookie.length() : cookie.indexOf(';')))
                    .collect(Collectors.joining("; "));
            return new Page(response.statusCode(), body.toString(), headers.get("location"), cookies);
        }
    }
}
