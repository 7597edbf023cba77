package id.sigap.local.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import id.sigap.contracts.directory.Account;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of WhatsApp Cloud API webhooks. Meta escapes everything outside ASCII as lower-case {@code \\uXXXX} and the
 * slash as {@code \\/} and signs just these bytes, so a receiver that parses first and signs again must fail here too.
 * Source: WhatsApp Cloud API, messages webhook reference, read November 2026.
 */
final class WhatsAppPayloads {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .build()
            .setCharacterEscapes(new SlashEscapes());

    private WhatsAppPayloads() {}

    /**
     * What became of a message that the account sent.
     *
     * @param message the message
     * @param status sent, delivered or failed
     * @param at when
     * @param errorCode why it failed
     */
    record Status(
            AcceptedMessage message,
            String status,
            Instant at,
            @Nullable Integer errorCode) {}

    /** A citizen writes, edits or revokes. */
    static byte[] message(Account account, CitizenMessage message, String messageId, Instant at) {
        return value(account, json -> {
            boolean byNumber = WhatsAppChannel.isNumber(message.from());
            json.writeArrayFieldStart("contacts");
            json.writeStartObject();
            json.writeObjectFieldStart("profile");
            json.writeStringField("name", message.name() == null ? "" : message.name());
            json.writeEndObject();
            json.writeStringField(byNumber ? "wa_id" : "user_id", message.from());
            json.writeEndObject();
            json.writeEndArray();
            json.writeArrayFieldStart("messages");
            json.writeStartObject();
            json.writeStringField(byNumber ? "from" : "from_user_id", message.from());
            json.writeStringField("id", messageId);
            json.writeStringField("timestamp", String.valueOf(at.getEpochSecond()));
            content(json, message);
            json.writeEndObject();
            json.writeEndArray();
        });
    }

    private static void content(JsonGenerator json, CitizenMessage message) throws IOException {
        if (message.withdraws() != null) {
            json.writeStringField("type", "revoke");
            json.writeObjectFieldStart("revoke");
            json.writeStringField("original_message_id", message.withdraws());
            json.writeEndObject();
        } else if (message.edits() != null) {
            json.writeStringField("type", "edit");
            json.writeObjectFieldStart("edit");
            json.writeStringField("original_message_id", message.edits());
            json.writeObjectFieldStart("message");
            text(json, message.text());
            json.writeEndObject();
            json.writeEndObject();
        } else {
            text(json, message.text());
        }
    }

    private static void text(JsonGenerator json, String body) throws IOException {
        json.writeStringField("type", "text");
        json.writeObjectFieldStart("text");
        json.writeStringField("body", body);
        json.writeEndObject();
    }

    /** A batch of receipts of one account. */
    static byte[] statuses(Account account, List<Status> statuses) {
        return value(account, json -> {
            json.writeArrayFieldStart("statuses");
            for (Status status : statuses) {
                AcceptedMessage message = status.message();
                json.writeStartObject();
                json.writeStringField("id", message.externalId());
                json.writeStringField("status", status.status());
                json.writeStringField("timestamp", String.valueOf(status.at().getEpochSecond()));
                json.writeStringField(
                        WhatsAppChannel.isNumber(message.to()) ? "recipient_id" : "recipient_user_id", message.to());
                if (message.replyId() != null) {
                    json.writeStringField("biz_opaque_callback_data", message.replyId());
                }
                if (status.errorCode() != null) {
                    json.writeArrayFieldStart("errors");
                    json.writeStartObject();
                    json.writeNumberField("code", status.errorCode());
                    json.writeStringField("title", "Message failed to send");
                    json.writeEndObject();
                    json.writeEndArray();
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static byte[] value(Account account, Part part) {
        String number = String.valueOf(account.address());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("object", "whatsapp_business_account");
            json.writeArrayFieldStart("entry");
            json.writeStartObject();
            json.writeStringField("id", "10" + number);
            json.writeArrayFieldStart("changes");
            json.writeStartObject();
            json.writeObjectFieldStart("value");
            json.writeStringField("messaging_product", "whatsapp");
            json.writeObjectFieldStart("metadata");
            json.writeStringField("display_phone_number", number);
            json.writeStringField("phone_number_id", number);
            json.writeEndObject();
            part.write(json);
            json.writeEndObject();
            json.writeStringField("field", "messages");
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    @FunctionalInterface
    private interface Part {
        void write(JsonGenerator json) throws IOException;
    }

    private static final class SlashEscapes extends CharacterEscapes {
        private static final long serialVersionUID = 1L;
        private static final SerializedString SLASH = new SerializedString("\\/");

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes['/'] = ESCAPE_CUSTOM;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return character == '/' ? SLASH : null;
        }
    }
}
