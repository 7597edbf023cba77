package id.sigap.reply.templates;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.ChannelProfile;
import id.sigap.contracts.directory.Slot;
import id.sigap.contracts.directory.Topic;
import id.sigap.contracts.directory.Unit;
import id.sigap.reply.cases.Understanding;
import id.sigap.reply.draft.DraftComposer;
import id.sigap.reply.draft.DraftRequest;
import id.sigap.runtime.directory.CurrentDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Makes a draft's text of what the directory, the templates and triage know. */
@ApplicationScoped
public class Drafter {
    private final CurrentDirectory directory;
    private final TemplateShelf shelf;
    private final Duration followUp;
    private final Duration urgentFollowUp;

    /**
     * With the promise that a draft makes.
     *
     * @param followUp by when a citizen hears from us again
     * @param urgentFollowUp the same where life may be in danger
     */
    public Drafter(
            CurrentDirectory directory,
            TemplateShelf shelf,
            @ConfigProperty(name = "sigap.draft.follow-up", defaultValue = "PT24H") Duration followUp,
            @ConfigProperty(name = "sigap.draft.urgent-follow-up", defaultValue = "PT2H") Duration urgentFollowUp) {
        this.directory = directory;
        this.shelf = shelf;
        this.followUp = followUp;
        this.urgentFollowUp = urgentFollowUp;
    }

    /** The text for a case as it is now. */
    public String text(Subject subject, Instant now) {
        Agency agency = subject.agency();
        Understanding understanding = subject.understanding();
        @Nullable Topic topic = agency.topic(understanding.topic()).orElse(null);
        Duration wait = understanding.urgency() == Urgency.CRITICAL ? urgentFollowUp : followUp;
        DraftRequest request = new DraftRequest(
                subject.firstMessage(),
                agency.name(),
                agency.unit(understanding.unit()).map(Unit::name).orElse(agency.name()),
                topic == null ? null : topic.name(),
                subject.citizen(),
                subject.visibility(),
                understanding.kind(),
                understanding.urgency(),
                understanding.intensity(),
                questions(topic, understanding.missing()),
                subject.number(),
                now.plus(wait),
                agency.zone(),
                textLimit(subject.channel(), now));
        return DraftComposer.compose(request, shelf.find(agency.id(), understanding.kind(), understanding.topic()));
    }

    /** The longest text that a channel takes, in its own count; {@link Integer#MAX_VALUE} when nothing is declared. */
    public int textLimit(Channel channel, Instant now) {
        return directory
                .get()
                .profile(channel, now.atOffset(ZoneOffset.UTC).toLocalDate())
                .map(ChannelProfile::textLimit)
                .orElse(Integer.MAX_VALUE);
    }

    private static List<String> questions(@Nullable Topic topic, List<String> missing) {
        if (topic == null || missing.isEmpty()) {
            return List.of();
        }
        return topic.asks().stream()
                .filter(slot -> missing.contains(slot.id()))
                .map(Slot::question)
                .toList();
    }

    /**
     * What a draft is about.
     *
     * @param agency who answers
     * @param channel where
     * @param visibility who reads it
     * @param citizen how the channel names the citizen
     * @param understanding what is understood of the turn
     * @param number the case's number
     * @param firstMessage the first message of the turn
     */
    public record Subject(
            Agency agency,
            Channel channel,
            Visibility visibility,
            @Nullable String citizen,
            Understanding understanding,
            String number,
            UUID firstMessage) {}
}
