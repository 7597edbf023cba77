package id.sigap.metrics.silence;

import id.sigap.contracts.directory.Account;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Directory;
import id.sigap.metrics.figure.Room;
import id.sigap.metrics.figure.Sample;
import id.sigap.metrics.responsiveness.Question;
import id.sigap.metrics.responsiveness.QuestionRoom;
import id.sigap.metrics.responsiveness.Span;
import id.sigap.metrics.selection.CountedTurns;
import id.sigap.metrics.selection.Selection;
import id.sigap.metrics.turn.Activities;
import id.sigap.metrics.turn.ActivityKey;
import id.sigap.runtime.directory.CurrentDirectory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the accounts that leave citizens without an answer. */
@Singleton
public class SilenceReport {
    /** How long before the span signs of life are looked for: an account may have years behind it. */
    private static final Duration LOOKED_BACK = Duration.ofDays(90);

    private final Activities activities;
    private final CountedTurns counted;
    private final CurrentDirectory directory;
    private final QuestionRoom room;

    /** Over what was published, with the accounts of the directory. */
    public SilenceReport(Activities activities, CountedTurns counted, CurrentDirectory directory, QuestionRoom room) {
        this.activities = activities;
        this.counted = counted;
        this.directory = directory;
        this.room = room;
    }

    /** The accounts of a selection in a span, as of a moment. */
    public Silence read(Selection selection, Span span, Duration limit, Instant now) {
        List<Silence.Account> accounts = room.with("from", within -> {
            Map<String, AccountSum> sums = sums(selection, span, limit, now, within);
            return sums.values().stream().map(AccountSum::told).toList();
        });
        return new Silence(now, span.from(), span.to(), limit.toSeconds(), Ranking.LEAST, Ranking.of(accounts));
    }

    private Map<String, AccountSum> sums(Selection selection, Span span, Duration limit, Instant now, Room within) {
        Map<String, AccountSum> sums = new HashMap<>();
        Directory known = directory.get();
        for (String agency : selection.agencies()) {
            known.agency(agency).map(Agency::accounts).orElse(List.of()).stream()
                    .filter(account -> wanted(selection, account))
                    .forEach(account -> sums.put(
                            agency + '|' + account.id(),
                            new AccountSum(
                                    agency, account.id(), account.channel().wire(), true, sample(limit, now, within))));
            activities.each(agency, selection::wants, span.firstHour(), span.hourBehind(), (key, count) -> {
                if (!count.none()) {
                    sums.computeIfAbsent(
                                    agency + '|' + key.account(),
                                    any -> new AccountSum(
                                            agency,
                                            key.account(),
                                            key.channel().wire(),
                                            false,
                                            sample(limit, now, within)))
                            .add(count);
                }
            });
            for (ActivityKey account : activities.accounts(agency)) {
                AccountSum sum = sums.get(agency + '|' + account.account());
                if (sum != null && selection.wants(account)) {
                    sum.existed();
                    activities.newestFirst(
                            account,
                            span.firstHour() - LOOKED_BACK.toHours(),
                            span.hourBehind(),
                            (key, count) -> sum.last(key.hour(), count));
                }
            }
        }
        counted.each(selection, span, turns -> {
            AccountSum account = sums.get(turns.agency() + '|' + turns.account());
            if (account != null) {
                account.add(turns);
            }
        });
        return sums;
    }

    /** The same with the usual limit. */
    public Silence read(Selection selection, Span span, Instant now) {
        return read(selection, span, Question.LIMIT, now);
    }

    private static boolean wanted(Selection selection, Account account) {
        return (selection.account() == null || selection.account().equals(account.id()))
                && (selection.channel() == null || selection.channel() == account.channel());
    }

    private static Sample sample(Duration limit, Instant now, Room within) {
        return new Sample(now.toEpochMilli(), Question.TARGET.toMillis(), limit.toMillis(), null, within);
    }
}
