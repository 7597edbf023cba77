package id.sigap.ingest.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sigap.contracts.Channel;
import id.sigap.contracts.directory.Account;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.event.MessageEvent;
import id.sigap.ingest.intake.ChannelReader;
import id.sigap.ingest.intake.CitizenText;
import id.sigap.ingest.intake.Intake;
import id.sigap.ingest.intake.Item;
import id.sigap.ingest.intake.Reasons;
import id.sigap.ingest.intake.UnreadableItemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Splits WhatsApp's batches: entries, their changes, and in each change messages and statuses, one by one. */
@ApplicationScoped
public class WhatsAppReader implements ChannelReader {
    private static final String MESSAGES = "messages";
    private static final String STATUSES = "statuses";
    private static final int FEW = 20;
    private static final Set<String> IDENTITY = Set.of("user_id_update");

    @Override
    public Channel channel() {
        return Channel.WHATSAPP;
    }

    @Override
    public Intake read(
            JsonNode delivery, Directory directory, Directory.Owned account, Instant receivedAt, Instant oldest) {
        Intake.Collector found = new Intake.Collector(oldest);
        JsonNode entries = delivery.path("entry");
        if (!entries.isArray()) {
            found.unreadable(new UnreadableItemException(Reasons.UNKNOWN_SHAPE, "entry"), delivery);
        }
        for (JsonNode entry : entries) {
            JsonNode changes = entry.path("changes");
            if (!changes.isArray()) {
                found.unreadable(new UnreadableItemException(Reasons.UNKNOWN_SHAPE, "entry.changes"), oneEntry(entry));
            }
            for (JsonNode change : changes) {
                readChange(change, directory, account, receivedAt, found);
            }
        }
        return found.done();
    }

    private static void readChange(
            JsonNode change, Directory directory, Directory.Owned account, Instant receivedAt, Intake.Collector found) {
        String field = change.path("field").asText(MESSAGES);
        if (IDENTITY.contains(field)) {
            found.unreadable(new UnreadableItemException(Reasons.IDENTITY_CHANGE, "field"), oneChange(change));
            return;
        }
        JsonNode value = change.path("value");
        if (!field.equals(MESSAGES) || (!value.has(MESSAGES) && !value.has(STATUSES))) {
            found.ignored(); // echoes, settings, reviews of templates: nothing that a citizen wrote
            return;
        }
        Directory.Owned owner = owner(value, directory, account);
        WhatsAppItems items =
                new WhatsAppItems(owner == null ? account : owner, names(value), ownNumber(value), receivedAt);
        readItems(value, MESSAGES, owner == null ? REFUSE : items::message, found);
        readItems(value, STATUSES, owner == null ? REFUSE : items::status, found);
    }

    private static void readItems(JsonNode value, String kind, ItemReader reader, Intake.Collector found) {
        JsonNode nodes = value.path(kind);
        if (!nodes.isArray() && !nodes.isMissingNode()) {
            found.unreadable(new UnreadableItemException(Reasons.UNKNOWN_SHAPE, kind), oneItem(value, kind, nodes));
        }
        for (JsonNode node : nodes) {
            try {
                MessageEvent event = reader.read(Item.of(node, kind));
                if (event == null) {
                    found.ignored();
                } else {
                    found.event(event, () -> oneItem(value, kind, node));
                }
            } catch (UnreadableItemException e) {
                found.unreadable(e, oneItem(value, kind, node));
            }
        }
    }

    /**
     * Whose items these are. One app may serve several numbers through one address: another number counts only if the
     * directory knows it under the same app secret, as only then has the signature proven anything about it.
     */
    private static Directory.@Nullable Owned owner(JsonNode value, Directory directory, Directory.Owned account) {
        String number = value.path("metadata").path("phone_number_id").asText("");
        if (number.equals(account.account().address())) {
            return account;
        }
        return directory
                .accounts(Channel.WHATSAPP)
                .filter(other -> number.equals(other.account().address()))
                .filter(other -> sameApp(other.account(), account.account()))
                .findFirst()
                .orElse(null);
    }

    private static boolean sameApp(Account one, Account other) {
        return one.secret(WhatsAppResource.APP_SECRET).isPresent()
                && one.secret(WhatsAppResource.APP_SECRET).equals(other.secret(WhatsAppResource.APP_SECRET));
    }

    private static Map<String, String> names(JsonNode value) {
        Map<String, String> names = new HashMap<>();
        for (JsonNode contact : value.path("contacts")) {
            String name = contact.path("profile").path("name").asText("");
            if (!name.isBlank() && CitizenText.wellFormed(name)) {
                for (String key : new String[] {"wa_id", "user_id"}) {
                    if (contact.hasNonNull(key)) {
                        names.put(contact.path(key).asText(), name);
                    }
                }
            }
        }
        return names;
    }

    private static @Nullable String ownNumber(JsonNode value) {
        String number = value.path("metadata").path("display_phone_number").asText("");
        return number.isEmpty() ? null : number.replaceAll("[^0-9]", "");
    }

    /** A delivery with one item alone: what quarantine keeps, and reads again. */
    private static JsonNode oneItem(JsonNode value, String kind, JsonNode node) {
        ObjectNode alone = JsonNodeFactory.instance.objectNode();
        alone.set("metadata", value.path("metadata"));
        if (value.path("contacts").size() <= FEW) { // a copy per item: not of a whole batch's
            alone.set("contacts", value.path("contacts"));
        }
        alone.set(kind, JsonNodeFactory.instance.arrayNode().add(node));
        ObjectNode change = JsonNodeFactory.instance.objectNode();
        change.put("field", MESSAGES);
        change.set("value", alone);
        return oneChange(change);
    }

    private static JsonNode oneChange(JsonNode change) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.set("changes", JsonNodeFactory.instance.arrayNode().add(change));
        return oneEntry(entry);
    }

    private static JsonNode oneEntry(JsonNode entry) {
        ObjectNode delivery = JsonNodeFactory.instance.objectNode();
        delivery.set("entry", JsonNodeFactory.instance.arrayNode().add(entry));
        return delivery;
    }

    private static final ItemReader REFUSE = item -> {
        throw new UnreadableItemException(Reasons.UNKNOWN_ACCOUNT, "metadata.phone_number_id");
    };

    /** How one item becomes an event, or null if nobody needs to know of it. */
    private interface ItemReader {
        @Nullable
        MessageEvent read(Item item) throws UnreadableItemException;
    }
}
