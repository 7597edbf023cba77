package id.sigap.reply.desk;

import id.sigap.contracts.Channel;
import id.sigap.reply.api.CaseViews;
import id.sigap.reply.api.LifeReader;
import id.sigap.reply.cases.CaseState;
import id.sigap.reply.citizens.Citizens;
import id.sigap.reply.duty.DutyResource;
import id.sigap.reply.sending.PlannedSends;
import id.sigap.reply.sending.Withdrawals;
import id.sigap.runtime.access.Caller;
import id.sigap.runtime.access.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands around a case: its life, the citizen's other cases, colleagues, and what can still be taken back. */
@ApplicationScoped
class CaseSurroundings {
    private static final int MOST_BEFORE = 10;
    private static final int MOST_COLLEAGUES = 30;

    private final LifeReader lives;
    private final Citizens citizens;
    private final DutyResource duty;
    private final PlannedSends planned;
    private final Withdrawals withdrawals;

    CaseSurroundings(
            LifeReader lives, Citizens citizens, DutyResource duty, PlannedSends planned, Withdrawals withdrawals) {
        this.lives = lives;
        this.citizens = citizens;
        this.duty = duty;
        this.planned = planned;
        this.withdrawals = withdrawals;
    }

    /** Of a case that the caller may see; fails with 404 otherwise. */
    Uni<Around> of(Caller caller, CaseViews.Detail detail, ZoneId zone, Instant now, DeskWords words) {
        UUID id = detail.file().caseId();
        return Uni.combine()
                .all()
                .unis(lives.life(caller, id, now), citizens.history(caller, id), duty.all(), planned.of(caller, id))
                .asTuple()
                .map(found -> {
                    LifeReader.Life life = found.getItem1();
                    List<Earlier> earlier = found.getItem2().stream()
                            .filter(known -> !known.caseId().equals(id))
                            .limit(MOST_BEFORE)
                            .map(known -> Earlier.of(known, words))
                            .toList();
                    PlannedSends.@Nullable Planned send = found.getItem4();
                    Stream<String> atWork = found.getItem3().stream()
                            .filter(person ->
                                    person.agency().equals(detail.file().agency()))
                            .map(person -> person.person());
                    return new Around(
                            told(life, zone, words),
                            life.snoozedUntil() != null,
                            life.transferredTo(),
                            earlier,
                            colleagues(caller, detail, atWork),
                            send == null
                                    ? null
                                    : Say.PLANNED_FOR.by(words) + " " + words.moment(send.at(), zone) + " · "
                                            + send.by(),
                            takesBack(caller, detail, now));
                });
    }

    /** Who has to do with the case, then who is at work; never the reader. */
    private static List<String> colleagues(Caller caller, CaseViews.Detail detail, Stream<String> atWork) {
        Stream<@Nullable String> near = Stream.concat(
                Stream.of(detail.file().assignee()), detail.history().stream().map(CaseViews.Entry::by));
        return Stream.concat(near, atWork)
                .filter(Objects::nonNull)
                .filter(person -> !person.equals(caller.name()))
                .distinct()
                .limit(MOST_COLLEAGUES)
                .toList();
    }

    private Set<UUID> takesBack(Caller caller, CaseViews.Detail detail, Instant now) {
        Channel channel = Channel.of(detail.file().channel());
        return !caller.is(Roles.SUPERVISOR)
                ? Set.of()
                : detail.replies().stream()
                        .filter(reply -> !"withdrawn".equals(reply.deliveryStatus()))
                        .filter(reply ->
                                reply.acceptedAt() != null && withdrawals.possible(channel, reply.acceptedAt(), now))
                        .map(CaseViews.Reply::replyId)
                        .collect(Collectors.toSet());
    }

    private static List<String> told(LifeReader.Life life, ZoneId zone, DeskWords words) {
        List<String> lines = new ArrayList<>();
        if (life.snoozedUntil() != null) {
            lines.add(Say.SNOOZED_UNTIL.by(words) + " " + words.moment(life.snoozedUntil(), zone));
        }
        for (LifeReader.Transfer transfer : life.transfers()) {
            lines.add(Say.WITH_OFFICE.by(words) + " " + transfer.office() + " (" + transfer.recipient() + "), "
                    + words.moment(transfer.at(), zone)
                    + (transfer.answer() == null ? "" : " · " + Say.OFFICE_SAID.by(words) + ": " + transfer.answer()));
        }
        if (life.mergedIntoNumber() != null) {
            lines.add(Say.MERGED_INTO.by(words) + " " + life.mergedIntoNumber());
        }
        for (LifeReader.Merged merged : life.merged()) {
            lines.add(Say.MERGED_FROM.by(words) + " " + merged.number());
        }
        for (LifeReader.Rating rating : life.ratings()) {
            lines.add(Say.RATED.by(words) + ": " + rating.rating() + "/5"
                    + (rating.comment() == null ? "" : " · " + rating.comment()));
        }
        return lines;
    }

    /**
     * What stands around a case.
     *
     * @param life what else became of it, in a line each
     * @param snoozed whether it is laid aside
     * @param office the office outside that has the matter; absent when none has
     * @param earlier the citizen's other cases
     * @param colleagues whom a note may name
     * @param planned when its answer goes out, where somebody has named a time
     * @param takesBack answers that were sent and can be taken back by the reader
     */
    record Around(
            List<String> life,
            boolean snoozed,
            @Nullable String office,
            List<Earlier> earlier,
            List<String> colleagues,
            @Nullable String planned,
            Set<UUID> takesBack) {
        /** Cases that this one can be joined into. */
        public List<Earlier> open() {
            return earlier.stream().filter(Earlier::open).toList();
        }

        /** Whether a person has said that this citizen is one with another. */
        public boolean linked() {
            return earlier.stream().anyMatch(Earlier::linked);
        }

        /** Whether an answer can be taken back. */
        public boolean takesBack(@Nullable UUID reply) {
            return reply != null && takesBack.contains(reply);
        }
    }

    /** Another case of the same citizen. */
    record Earlier(UUID id, String number, String told, boolean open, boolean linked) {
        static Earlier of(Citizens.Known known, DeskWords words) {
            CaseState state = CaseState.of(known.state());
            return new Earlier(
                    known.caseId(),
                    known.number(),
                    words.of(Channel.of(known.channel())) + ", " + words.of(state),
                    state != CaseState.CLOSED,
                    known.knownBy().equals("link"));
        }
    }
}
