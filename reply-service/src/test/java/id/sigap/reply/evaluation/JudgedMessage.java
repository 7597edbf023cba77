package id.sigap.reply.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.sigap.contracts.cloudevent.EventJson;
import id.sigap.contracts.event.Triage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A message with what a good answer to it does, as people judged before they saw any draft.
 *
 * @param agency whom it was written to
 * @param text what the citizen wrote
 * @param article the article that answers it; empty when none does
 * @param asks details that the answer must ask for, by the slots' ids
 * @param gives details that the message gives already
 * @param triage what triage understood of it, as it came
 */
record JudgedMessage(String agency, String text, String article, List<String> asks, List<String> gives, Triage triage) {
    JudgedMessage {
        asks = List.copyOf(asks);
        gives = List.copyOf(gives);
    }

    /** A file of them, one JSON object per line. */
    static List<JudgedMessage> read(Path file) throws IOException {
        List<JudgedMessage> messages = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            number++;
            if (!line.isBlank()) {
                try {
                    messages.add(EventJson.mapper().readValue(line, JudgedMessage.class));
                } catch (JsonProcessingException e) {
                    throw new IOException(file + ":" + number + ": " + e.getOriginalMessage(), e);
                }
            }
        }
        return messages;
    }
}
