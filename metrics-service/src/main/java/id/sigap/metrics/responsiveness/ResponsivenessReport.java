package id.sigap.metrics.responsiveness;

import id.sigap.metrics.figure.Sample;
import id.sigap.metrics.stream.PublishedFigures;
import id.sigap.metrics.turn.BucketKey;
import id.sigap.metrics.turn.Rounding;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers questions about responsiveness from the published buckets. */
@Singleton
public class ResponsivenessReport {
    private final PublishedFigures published;

    /** Over what was published. */
    public ResponsivenessReport(PublishedFigures published) {
        this.published = published;
    }

    /** The answer as of a moment. */
    public Responsiveness answer(Question question, Instant now) {
        Map<Map<String, String>, Sample> samples = new HashMap<>();
        if (question.groupBy().isEmpty()) {
            samples.put(Map.of(), sample(question, now));
        }
        for (String agency : question.agencies()) {
            published.buckets(agency, question::wants, bucket -> {
                if (bucket.cells().isEmpty()) {
                    return;
                }
                long hour = bucket.hour().toEpochMilli();
                BucketKey key = new BucketKey(
                        bucket.agency(), bucket.unit(), bucket.channel(), bucket.kind(), Rounding.hour(hour));
                Sample sample = samples.computeIfAbsent(
                        Grouping.group(question.groupBy(), key), group -> sample(question, now));
                bucket.cells().forEach(cell -> sample.add(hour, cell));
                sample.add(bucket.decomposition());
            });
        }
        List<Responsiveness.Group> groups = samples.entrySet().stream()
                .map(entry -> new Responsiveness.Group(
                        entry.getKey(), entry.getValue().figures()))
                .sorted(Comparator.comparing(
                        group -> String.join("\n", group.group().values())))
                .toList();
        return new Responsiveness(
                now,
                question.span().from(),
                question.span().to(),
                question.target().toSeconds(),
                question.limit().toSeconds(),
                groups);
    }

    private static Sample sample(Question question, Instant now) {
        return new Sample(
                now.toEpochMilli(),
                question.target().toMillis(),
                question.limit().toMillis());
    }
}
