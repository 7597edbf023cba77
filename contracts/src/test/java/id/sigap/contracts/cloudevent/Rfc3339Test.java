package id.sigap.contracts.cloudevent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The hand-written form of times agrees with the platform's own everywhere. */
class Rfc3339Test {
    private static final DateTimeFormatter SLOW =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    @Test
    void agreesWithThePlatformOnRandomTimes() {
        Random random = new Random(20260122);
        for (int i = 0; i < 300_000; i++) {
            check(Instant.ofEpochSecond(random.nextLong(FIRST, LAST + 1), random.nextInt(1_000_000_000)));
        }
    }

    @Test
    void agreesWithThePlatformOnEveryDayOfAnEra() {
        Instant day = Instant.parse("1899-12-31T23:59:59.999Z");
        for (int i = 0; i < 146_098; i++) {
            check(day);
            day = day.plus(1, ChronoUnit.DAYS);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01T00:00:00.000Z",
                "0000-02-29T12:00:00.001Z",
                "1582-10-15T00:00:00.000Z",
                "1969-12-31T23:59:59.999Z",
                "1970-01-01T00:00:00.000Z",
                "2000-02-29T23:59:59.999Z",
                "2024-02-29T00:00:00.000Z",
                "9999-12-31T23:59:59.999Z"
            })
    void theEdgesAreRight(String text) {
        assertEquals(Instant.parse(text), Rfc3339.parse(text));
        assertEquals(text, Rfc3339.format(Instant.parse(text)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-22T08:15:00+07:00, 2026-01-22T01:15:00Z",
        "2026-01-22T10:15:00.5+09:00, 2026-01-22T01:15:00.500Z",
        "2026-01-22T01:15:00.123456789Z, 2026-01-22T01:15:00.123Z",
        "2026-01-22T01:15:00Z, 2026-01-22T01:15:00Z",
        "2026-01-22t01:15:00.000z, 2026-01-22T01:15:00Z",
        "2026-01-22T01:15:00.1234Z, 2026-01-22T01:15:00.123Z",
        "1969-12-31T23:59:59.9999Z, 1969-12-31T23:59:59.999Z",
    })
    void otherFormsOfTheStandardAreReadToo(String text, Instant time) {
        assertEquals(time, Rfc3339.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-01-22",
                "2026-01-22T01:15:00.000",
                "2026-01-22 01:15:00.000Z",
                "2026-13-01T00:00:00.000Z",
                "2026-00-01T00:00:00.000Z",
                "2026-02-29T00:00:00.000Z",
                "1900-02-29T00:00:00.000Z",
                "2026-04-31T00:00:00.000Z",
                "2026-01-00T00:00:00.000Z",
                "2026-01-01T24:00:00.000Z",
                "2026-01-01T00:60:00.000Z",
                "2016-12-31T23:59:60.000Z",
                "2026-01-01T00:00:00.0x0Z",
                "2026-01-01T00:00:00.٠٠٠Z",
                "-001-01-01T00:00:00.000Z",
                "-0001-01-01T00:00:00.000Z",
                "+12026-01-01T00:00:00.00Z",
                "0000-01-01T00:00:00+01:00",
            })
    void whatIsNoTimeIsRefused(String text) {
        assertThrows(DateTimeParseException.class, () -> Rfc3339.parse(text));
    }

    @Test
    void yearsWithoutAFormAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Rfc3339.format(Instant.ofEpochSecond(FIRST - 1)));
        assertThrows(IllegalArgumentException.class, () -> Rfc3339.format(Instant.ofEpochSecond(LAST + 1)));
        assertThrows(
                JsonMappingException.class, () -> EventJson.mapper().writeValueAsBytes(new Instant[] {Instant.MIN}));
    }

    private static void check(Instant time) {
        String slow = SLOW.format(time);
        assertEquals(slow, Rfc3339.format(time));
        assertEquals(time.truncatedTo(ChronoUnit.MILLIS), Rfc3339.parse(slow));
    }
}
