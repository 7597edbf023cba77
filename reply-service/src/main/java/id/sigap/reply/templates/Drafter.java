package id.sigap.reply.templates;

import id.sigap.contracts.Channel;
import id.sigap.contracts.Flag;
import id.sigap.contracts.Urgency;
import id.sigap.contracts.Visibility;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Directory;
import id.sigap.contracts.directory.Facts;
import id.sigap.contracts.directory.Slot;
import id.sigap.contracts.directory.Topic;
import id.sigap.contracts.directory.Unit;
import id.sigap.contracts.directory.WorkingClock;
import id.sigap.contracts.event.KnownSlot;
import id.sigap.reply.cases.Understanding;
import id.sigap.reply.draft.Draft;
import id.sigap.reply.draft.DraftComposer;
import id.sigap.reply.draft.DraftRequest;
import id.sigap.reply.draft.Tongue;
import id.sigap.reply.knowledge.ArticleIndex;
import id.sigap.reply.knowledge.Knowledge;
import id.sigap.runtime.directory.CurrentDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Makes a draft of what the directory, the knowledge base, the templates and triage know. In memory: it never waits. */
@ApplicationScoped
public class Drafter {
    private final CurrentDirectory directory;
    private final Templates templates;
    private final Knowledge knowledge;
    private final Duration followUp;
    private final Duration urgentFollowUp;

    /**
     * With the promise that a draft makes.
     *
     * @param followUp by when a citizen hears from us again; whole days are working days of the unit's calendar
     * @param urgentFollowUp the same where life may be in danger
     */
    public Drafter(
            CurrentDirectory directory,
            Templates templates,
            Knowledge knowledge,
            @ConfigProperty(name = "sigap.draft.follow-up", defaultValue = "PT24H") Duration followUp,
            @ConfigProperty(name = "sigap.draft.urgent-follow-up", defaultValue = "PT2H") Duration urgentFollowUp) {
        this.directory = directory;
        this.templates = templates;
        this.knowledge = knowledge;
        this.followUp = followUp;
        this.urgentFollowUp = urgentFollowUp;
    }

    /** The draft for a case as it is now. */
    public Draft draft(Subject subject, Instant now) {
        Directory inForce = directory.get();
        Agency agency = subject.agency();
        Understanding understanding = subject.understanding();
        @Nullable Topic topic = agency.topic(understanding.topic()).orElse(null);
        @Nullable Unit unit = agency.unit(understanding.unit()).orElse(null);
        LocalDate today = now.atZone(ZoneId.of(agency.zone())).toLocalDate();
        Tongue tongue = Tongue.of(
                subject.turn().stream().map(said -> said.reading().language()).toList());
        ArticleIndex index = tongue == Tongue.ENGLISH ? knowledge.english(agency.id()) : knowledge.of(agency.id());
        AnswerFinder finder = new AnswerFinder(index, today, agency, topic, understanding.unit());
        DraftRequest.Found found = finder.find(understanding.kind(), understanding.urgency(), subject.turn());
        DraftRequest request = new DraftRequest(
                subject.firstMessage(),
                agency.name(),
                unit == null ? agency.name() : unit.name(),
                topic == null ? null : topic.name(),
                subject.citizen(),
                subject.visibility(),
                understanding.kind(),
                understanding.urgency(),
                understanding.intensity(),
                details(
                        topic,
                        finder.nearby(understanding.missing().isEmpty()),
                        understanding.missing(),
                        subject.turn(),
                        tongue),
                found,
                new DraftRequest.Caution(subject.unsure(), isWhistleBlowing(subject.turn())),
                subject.number(),
                followUpBy(inForce, unit, understanding.urgency(), now),
                agency.zone(),
                subject.channel(),
                textLimit(inForce, subject.channel(), subject.visibility(), now),
                legal(inForce, subject),
                tongue);
        return DraftComposer.compose(
                request, templates.find(agency.id(), understanding.kind(), understanding.topic(), tongue));
    }

    /** The longest reply that a channel takes, in its own count; {@link Integer#MAX_VALUE} when nothing is declared. */
    public int textLimit(Channel channel, Visibility visibility, Instant now) {
        return textLimit(directory.get(), channel, visibility, now);
    }

    private static int textLimit(Directory directory, Channel channel, Visibility visibility, Instant now) {
        return directory
                .profile(channel, now.atOffset(ZoneOffset.UTC).toLocalDate())
                .map(profile -> profile.longestReply(visibility))
                .orElse(Integer.MAX_VALUE);
    }

    private @Nullable Instant followUpBy(Directory inForce, @Nullable Unit unit, Urgency urgency, Instant now) {
        Duration wait = urgency == Urgency.CRITICAL ? urgentFollowUp : followUp;
        if (unit == null) {
            return now.plus(wait);
        }
        return inForce.calendar(unit.calendar())
                .flatMap(calendar -> new WorkingClock(calendar).after(now, wait))
                .orElse(null);
    }

    /** By when the law wants it settled, counted from the day on which the case was opened. */
    private static DraftRequest.@Nullable Legal legal(Directory inForce, Subject subject) {
        Understanding understanding = subject.understanding();
        Facts facts = new Facts(
                understanding.kind(),
                understanding.topic(),
                subject.channel(),
                "",
                understanding.urgency(),
                subject.visibility(),
                understanding.confidence(),
                understanding.personalData(),
                "");
        LocalDate opened =
                subject.openedAt().atZone(ZoneId.of(subject.agency().zone())).toLocalDate();
        return subject.agency()
                .legalDeadline(facts, opened)
                .map(deadline -> new DraftRequest.Legal(
                        deadline.workingDays(),
                        inForce.calendar(deadline.calendar())
                                .flatMap(calendar -> new WorkingClock(calendar)
                                        .workingDaysAfter(subject.openedAt(), deadline.workingDays()))
                                .orElse(null)))
                .orElse(null);
    }

    /**
     * What is missing of the topic's details, in the order of asking, and what any message of the turn gave left out.
     *
     * @param nearby the topic that the article belongs to, if it is another one, whose details triage has not looked for
     */
    private static List<DraftRequest.Detail> details(
            @Nullable Topic topic, @Nullable Topic nearby, List<String> missing, List<Said> turn, Tongue tongue) {
        if (nearby != null) {
            return details(nearby.asks().stream().filter(slot -> !GivenDetails.has(turn, slot)), tongue);
        }
        if (topic == null || missing.isEmpty()) {
            return List.of();
        }
        Set<String> known = turn.stream()
                .flatMap(said -> said.reading().known().stream())
                .map(KnownSlot::slot)
                .collect(Collectors.toSet());
        return details(
                topic.asks().stream().filter(slot -> missing.contains(slot.id()) && !known.contains(slot.id())),
                tongue);
    }

    private static List<DraftRequest.Detail> details(Stream<Slot> slots, Tongue tongue) {
        return slots.flatMap(slot -> {
                    String question = tongue == Tongue.ENGLISH ? slot.english() : slot.question();
                    return question == null
                            ? Stream.<DraftRequest.Detail>empty()
                            : Stream.of(new DraftRequest.Detail(slot.id(), question));
                })
                .toList();
    }

    private static boolean isWhistleBlowing(List<Said> turn) {
        return turn.stream().anyMatch(said -> said.reading().flags().contains(Flag.WHISTLE_BLOWING));
    }

    /**
     * What a draft is about.
     *
     * @param agency who answers
     * @param channel where
     * @param visibility who reads it
     * @param citizen how the channel names the citizen
     * @param understanding what is understood of the turn
     * @param unsure whether triage doubts what it is
     * @param number the case's number
     * @param openedAt when the case was opened
     * @param firstMessage the first message of the turn
     * @param turn the messages that wait for an answer, in order
     */
    public record Subject(
            Agency agency,
            Channel channel,
            Visibility visibility,
            @Nullable String citizen,
            Understanding understanding,
            boolean unsure,
            String number,
            Instant openedAt,
            UUID firstMessage,
            List<Said> turn) {
        /** Copies. */
        public Subject {
            turn = List.copyOf(turn);
        }

        /** Without the citizen's name and words, so that no log line can hold them. */
        @Override
        public String toString() {
            return "Subject[" + firstMessage + "]";
        }
    }
}
