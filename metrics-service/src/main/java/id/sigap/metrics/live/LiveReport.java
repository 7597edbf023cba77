package id.sigap.metrics.live;

import id.sigap.contracts.directory.Agency;
import id.sigap.metrics.alert.Promise;
import id.sigap.metrics.backlog.Backlog;
import id.sigap.metrics.backlog.WaitingSum;
import id.sigap.metrics.selection.Zones;
import id.sigap.metrics.stream.PublishedFigures;
import id.sigap.runtime.directory.CurrentDirectory;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads the figures of this moment. */
@Singleton
public class LiveReport {
    private final PublishedFigures published;
    private final Promise.Book promises;
    private final CurrentDirectory directory;
    private final Zones zones;

    /** Over what was published. */
    public LiveReport(PublishedFigures published, Promise.Book promises, CurrentDirectory directory, Zones zones) {
        this.published = published;
        this.promises = promises;
        this.directory = directory;
        this.zones = zones;
    }

    /** An agency's figures as of a moment. */
    public LiveFigures read(String agency, Instant now) {
        return with(agency, now, today(agency, now));
    }

    /** The same with what began today as it was read before. */
    LiveFigures with(String agency, Instant now, OfToday today) {
        Map<String, WaitingSum> byChannel = waiting(agency, now);
        WaitingSum all = new WaitingSum(now.toEpochMilli(), promises);
        byChannel.values().forEach(all::add);
        today.byChannel()
                .keySet()
                .forEach(channel ->
                        byChannel.computeIfAbsent(channel, any -> new WaitingSum(now.toEpochMilli(), promises)));
        List<LiveFigures.OfChannel> channels = new ArrayList<>();
        byChannel.forEach((channel, sum) -> channels.add(new LiveFigures.OfChannel(
                channel, now(sum.sum(), today.byChannel().getOrDefault(channel, new TodaySum(today.day(), 0))))));
        return new LiveFigures(now, agency, now(all.sum(), today.all()), channels);
    }

    /** Who waits, by channel: of each channel of the directory, and of those in which somebody waits. */
    Map<String, WaitingSum> waiting(String agency, Instant now) {
        Function<String, WaitingSum> none = channel -> new WaitingSum(now.toEpochMilli(), promises);
        Map<String, WaitingSum> byChannel = new TreeMap<>();
        directory
                .get()
                .agency(agency)
                .map(Agency::accounts)
                .orElse(List.of())
                .forEach(account -> byChannel.computeIfAbsent(account.channel().wire(), none));
        published.waiting(
                agency,
                row -> byChannel.computeIfAbsent(row.channel().wire(), none).add(row));
        return byChannel;
    }

    /** What began today; much more to read than what waits. */
    OfToday today(String agency, Instant now) {
        ZoneId zone = zones.of(agency);
        LocalDate day = now.atZone(zone).toLocalDate();
        TodaySum all = new TodaySum(day, now.toEpochMilli());
        Map<String, TodaySum> byChannel = new HashMap<>();
        published.turns(agency, day.atStartOfDay(zone).toInstant(), now.plusMillis(1), row -> {
            all.add(row);
            byChannel
                    .computeIfAbsent(row.channel().wire(), channel -> new TodaySum(day, now.toEpochMilli()))
                    .add(row);
        });
        return new OfToday(day, all, byChannel);
    }

    /**
     * What began today.
     *
     * @param day the day
     * @param all of all channels
     * @param byChannel by the channel's word
     */
    record OfToday(LocalDate day, TodaySum all, Map<String, TodaySum> byChannel) {}

    private static LiveFigures.Now now(Backlog.Waiting waiting, TodaySum today) {
        return new LiveFigures.Now(
                waiting.count(),
                waiting.dueSoon(),
                waiting.overdue(),
                waiting.overdueByLaw(),
                waiting.oldest(),
                today.sum());
    }
}
