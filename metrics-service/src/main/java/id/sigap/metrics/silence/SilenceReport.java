package id.sigap.metrics.silence;

import id.sigap.contracts.directory.Account;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.Directory;
import id.sigap.metrics.figure.Sample;
import id.sigap.metrics.responsiveness.Question;
import id.sigap.metrics.responsiveness.Span;
import id.sigap.metrics.selection.CountedTurns;
import id.sigap.metrics.selection.Selection;
import id.sigap.metrics.stream.PublishedFigures;
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
    private final PublishedFigures published;
    private final CountedTurns counted;
    private final CurrentDirectory directory;

    /** Over what was published, with the accounts of the directory. */
    public SilenceReport(PublishedFigures published, CountedTurns counted, CurrentDirectory directory) {
        this.published = published;
        this.counted = counted;
        this.directory = directory;
    }

    /** The accounts of a selection in a span, as of a moment. */
    public Silence read(Selection selection, Span span, Duration limit, Instant now) {
        Map<String, AccountSum> sums = new HashMap<>();
        Directory known = directory.get();
        for (String agency : selection.agencies()) {
            known.agency(agency).map(Agency::accounts).orElse(List.of()).stream()
                    .filter(account -> wanted(selection, account))
                    .forEach(account -> sums.put(
                            agency + '|' + account.id(),
                            sum(agency, account.id(), account.channel().wire(), true, limit, now)));
            published.activities(agency, selection::wants, (key, count) -> {
                boolean ofSpan = span.holds(key.hour());
                String id = agency + '|' + key.account();
                if (ofSpan && !count.none()) {
                    sums.computeIfAbsent(
                            id, any -> sum(agency, key.account(), key.channel().wire(), false, limit, now));
                }
                AccountSum account = sums.get(id);
                if (account != null) {
                    account.add(key.hour(), ofSpan, count);
                }
            });
        }
        counted.each(selection, span, turns -> {
            AccountSum account = sums.get(turns.agency() + '|' + turns.account());
            if (account != null) {
                account.add(turns);
            }
        });
        List<Silence.Account> accounts =
                sums.values().stream().map(AccountSum::told).toList();
        return new Silence(now, span.from(), span.to(), limit.toSeconds(), Ranking.LEAST, Ranking.of(accounts));
    }

    /** The same with the usual limit. */
    public Silence read(Selection selection, Span span, Instant now) {
        return read(selection, span, Question.LIMIT, now);
    }

    private static boolean wanted(Selection selection, Account account) {
        return (selection.account() == null || selection.account().equals(account.id()))
                && (selection.channel() == null || selection.channel() == account.channel());
    }

    private static AccountSum sum(
            String agency, String account, String channel, boolean inDirectory, Duration limit, Instant now) {
        return new AccountSum(
                agency,
                account,
                channel,
                inDirectory,
                new Sample(now.toEpochMilli(), Question.TARGET.toMillis(), limit.toMillis()));
    }
}
