package id.sigap.reply.sending;

import id.sigap.contracts.Channel;
import id.sigap.reply.draft.ChannelText;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One of the messages that a long reply goes out in.
 *
 * @param id what its receipts name
 * @param number its place, from 1
 * @param of how many there are
 * @param text what it says, with its place at the end
 */
record Part(UUID id, int number, int of, String text) {
    /** A reply as messages that the channel takes, in their order, each with an id of its own. */
    static List<Part> of(Channel channel, String body, int textLimit) {
        List<String> texts = ChannelText.split(channel, body, textLimit);
        List<Part> parts = new ArrayList<>();
        for (String text : texts) {
            parts.add(new Part(UUID.randomUUID(), parts.size() + 1, texts.size(), text));
        }
        return parts;
    }

    boolean first() {
        return number == 1;
    }

    /** Whether its words are of this text. */
    boolean isOf(String body) {
        String mark = " (" + number + "/" + of + ")";
        return text.endsWith(mark) && body.contains(text.substring(0, text.length() - mark.length()));
    }

    /** Without the words, so that no log line can hold them. */
    @Override
    public String toString() {
        return "Part[" + number + "/" + of + "]";
    }
}
