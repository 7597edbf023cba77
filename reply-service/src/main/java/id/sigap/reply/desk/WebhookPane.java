package id.sigap.reply.desk;

import id.sigap.reply.webhooks.WebhookViews;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the pages of webhooks show. */
final class WebhookPane {
    private WebhookPane() {}

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** What stands in the form. */
    record Typed(String url, String description, List<String> types, boolean withWords, String name) {
        static Typed empty() {
            return new Typed("", "", List.of(), false, "");
        }

        static Typed of(
                @Nullable String url,
                @Nullable String description,
                @Nullable List<String> types,
                @Nullable String withWords,
                @Nullable String name) {
            return new Typed(
                    text(url).strip(),
                    text(description).strip(),
                    types == null ? List.of() : List.copyOf(types),
                    withWords != null,
                    text(name).strip());
        }

        WebhookViews.Content content() {
            return new WebhookViews.Content(
                    Forms.line(url),
                    description.isEmpty() ? null : Forms.line(description),
                    types,
                    withWords,
                    name.isEmpty() ? null : Forms.line(name));
        }
    }

    /** An endpoint in a few words. */
    record Line(UUID id, String url, String description, boolean active, String state, long waiting, String types) {
        static Line of(WebhookViews.Endpoint one, DeskWords words) {
            Say state =
                    one.active() ? Say.WEBHOOK_ON : "gone".equals(one.stopped()) ? Say.WEBHOOK_GONE : Say.WEBHOOK_OFF;
            return new Line(
                    one.endpointId(),
                    one.url(),
                    text(one.description()),
                    one.active(),
                    state.by(words),
                    one.waiting(),
                    one.types().isEmpty() ? Say.EVERYTHING.by(words) : String.join(", ", one.types()));
        }
    }

    /** An event that it was told, or is to be told, with the calls. */
    record Told(UUID id, String type, String state, boolean good, String when, String calls) {
        static Told of(WebhookViews.Delivery one, ZoneId zone, DeskWords words) {
            StringBuilder calls = new StringBuilder();
            for (WebhookViews.Attempt call : one.attempts()) {
                calls.append(calls.isEmpty() ? "" : " · ")
                        .append(words.moment(call.at(), zone))
                        .append(' ')
                        .append(call.status() == null ? call.outcome() : call.status())
                        .append(" (")
                        .append(call.millis())
                        .append(" ms)");
            }
            Say state = switch (one.state()) {
                case "waiting" -> Say.DELIVERY_WAITING;
                case "delivered" -> Say.DELIVERY_DONE;
                default -> Say.DELIVERY_FAILED;
            };
            return new Told(
                    one.deliveryId(),
                    one.type(),
                    state.by(words),
                    state == Say.DELIVERY_DONE,
                    words.moment(one.createdAt(), zone),
                    calls.toString());
        }
    }
}
