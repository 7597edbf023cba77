package id.sigap.ingest.whatsapp;

import id.sigap.contracts.event.Attachment;
import id.sigap.ingest.intake.CitizenText;
import id.sigap.ingest.intake.Item;
import id.sigap.ingest.intake.Reasons;
import id.sigap.ingest.intake.UnreadableItemException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a WhatsApp message says, whatever its type.
 *
 * @param text the words, or what stands for them: a button's label, a place, a contact's name; may be empty
 * @param attachments media, by their ids only
 */
record Content(String text, List<Attachment> attachments) {
    /** One entry per type of message that a person can send and somebody should answer. */
    private static final Map<String, Reading> READINGS = Map.ofEntries(
            Map.entry("text", item -> words(item.required("text").requiredWords("body"))),
            Map.entry("image", item -> media(item.required("image"), "image/jpeg")),
            Map.entry("video", item -> media(item.required("video"), "video/mp4")),
            Map.entry("audio", item -> media(item.required("audio"), "audio/ogg")),
            Map.entry("voice", item -> media(item.required("voice"), "audio/ogg")),
            Map.entry("document", item -> media(item.required("document"), "application/octet-stream")),
            Map.entry("sticker", item -> media(item.required("sticker"), "image/webp")),
            Map.entry("button", item -> words(item.required("button").requiredWords("text"))),
            Map.entry("interactive", item -> interactive(item.required("interactive"))),
            Map.entry("location", item -> location(item.required("location"))),
            Map.entry("contacts", Content::contacts));

    /**
     * Reads the content of a message, by its {@code type}.
     *
     * @throws UnreadableItemException if the type is not known or its object is not what it must be
     */
    static Content of(Item message, String type) throws UnreadableItemException {
        Reading reading = READINGS.get(type);
        if (reading == null) {
            throw new UnreadableItemException(Reasons.UNSUPPORTED_TYPE, "type");
        }
        return reading.of(message);
    }

    private static Content words(String text) {
        return new Content(text, List.of());
    }

    private static Content media(Item media, String usualType) throws UnreadableItemException {
        String declared = media.optionalId("mime_type");
        String name = media.words("filename");
        return new Content(
                media.words("caption"),
                List.of(new Attachment(
                        media.id("id"),
                        declared == null ? usualType : declared,
                        media.bytes("file_size"),
                        CitizenText.name(name))));
    }

    private static Content interactive(Item interactive) throws UnreadableItemException {
        for (String kind : List.of("button_reply", "list_reply")) {
            if (interactive.has(kind)) {
                return words(interactive.required(kind).requiredWords("title"));
            }
        }
        if (interactive.has("nfm_reply")) {
            return words(interactive.required("nfm_reply").requiredWords("body"));
        }
        throw new UnreadableItemException(Reasons.UNSUPPORTED_TYPE, "interactive.type");
    }

    private static Content location(Item location) throws UnreadableItemException {
        if (!location.node("latitude").isNumber() || !location.node("longitude").isNumber()) {
            throw new UnreadableItemException(Reasons.INVALID_FIELD, "location");
        }
        String point = location.node("latitude").asText() + ","
                + location.node("longitude").asText();
        return words(Stream.of(location.words("name"), location.words("address"), point)
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n")));
    }

    private static Content contacts(Item message) throws UnreadableItemException {
        String names = StreamSupport.stream(message.node("contacts").spliterator(), false)
                .limit(20)
                .map(contact -> contact.path("name").path("formatted_name").asText(""))
                .filter(name -> !name.isBlank())
                .collect(Collectors.joining("\n"));
        if (names.isEmpty() || names.length() > CitizenText.MAX_TEXT) {
            throw new UnreadableItemException(Reasons.INVALID_FIELD, "contacts");
        }
        return words(names);
    }

    /** How one type is read. */
    private interface Reading {
        Content of(Item item) throws UnreadableItemException;
    }
}
