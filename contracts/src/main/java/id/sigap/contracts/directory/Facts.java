package id.sigap.contracts.directory;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Flag;
import id.sigap.contracts.Kind;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.Visibility;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What an agency's rules decide on: the facts of one message.
 *
 * @param kind what the message is
 * @param topic an id of the agency's topics, or {@link Topic#NONE}
 * @param channel where it came in
 * @param account the account's id in the directory
 * @param urgency how much it may wait
 * @param visibility whether others can read it
 * @param confidence how sure the classifier is of the kind, 0 to 1
 * @param personalData whether personal data was found in the text
 * @param text the words, in lower case; brought to it when they are not
 * @param intensity of emotion, 0 to 1
 * @param uncertain whether triage is so unsure of the kind that a person must look
 * @param flags what the message is besides its kind
 */
public record Facts(
        Kind kind,
        String topic,
        Channel channel,
        String account,
        Urgency urgency,
        Visibility visibility,
        double confidence,
        boolean personalData,
        String text,
        double intensity,
        boolean uncertain,
        List<Flag> flags) {
    /** Refuses a record without its required fields. */
    public Facts {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(urgency, "urgency");
        Objects.requireNonNull(visibility, "visibility");
        text = text.toLowerCase(Locale.ROOT);
        flags = flags == null ? List.of() : List.copyOf(flags);
    }

    /** The facts that routing decides on. */
    public Facts(
            Kind kind,
            String topic,
            Channel channel,
            String account,
            Urgency urgency,
            Visibility visibility,
            double confidence,
            boolean personalData,
            String text) {
        this(kind, topic, channel, account, urgency, visibility, confidence, personalData, text, 0, false, List.of());
    }

    /** Without the citizen's words, so that no log line can hold them. */
    @Override
    public String toString() {
        return "Facts[" + kind + ", " + topic + ", " + channel + ", " + account + ", " + urgency + "]";
    }
}
