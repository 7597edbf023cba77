package id.sigap.metrics.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.metrics.figure.CurvePoint;
import id.sigap.metrics.figure.Figures;
import id.sigap.metrics.figure.Share;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The numbers of the charts, as the page's script reads them from attributes. */
final class ChartData {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ChartData() {}

    /**
     * The curve of answers: times in seconds, shares of 1.
     *
     * @param line what each line is called: the curve, its interval
     */
    record Curve(List<CurvePoint> points, List<String> line, Map<String, String> units) {}

    /**
     * The course of figures.
     *
     * @param labels of the periods
     * @param within shares of 1; null where nothing is old enough
     * @param ignored the same
     * @param turns how many
     * @param line what each is called
     */
    record Course(
            List<String> labels,
            List<@Nullable Double> within,
            List<@Nullable Double> ignored,
            List<Long> turns,
            List<String> line) {}

    /**
     * Stacked bars.
     *
     * @param labels of the bars
     * @param stages what the bars are made of
     * @param shares of 1, by stage and bar
     */
    record Stacks(List<String> labels, List<String> stages, List<List<Double>> shares) {}

    static String of(Object data) {
        try {
            return JSON.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers can be written", e);
        }
    }

    static String curve(List<CurvePoint> points, PageText text) {
        return of(new Curve(
                points,
                List.of(text.answered(), text.band()),
                Map.of(
                        "s", text.seconds("#"),
                        "m", text.minutes("#"),
                        "h", text.hours("#"),
                        "d", text.days("#"))));
    }

    static String course(SortedMap<LocalDateTime, Figures> course, List<String> labels, PageText text) {
        return of(new Course(
                labels,
                course.values().stream()
                        .map(Figures::within)
                        .map(ChartData::share)
                        .toList(),
                course.values().stream()
                        .map(Figures::ignored)
                        .map(ChartData::share)
                        .toList(),
                course.values().stream().map(Figures::n).toList(),
                List.of(text.within(), text.ignored(), text.turns())));
    }

    /** Lists that may hold nothing are not of {@code List.of}. */
    private static @Nullable Double share(Share share) {
        return share.share();
    }
}
