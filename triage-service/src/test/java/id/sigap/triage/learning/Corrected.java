package id.sigap.triage.learning;

import id.sigap.contracts.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** An agency whose citizens write of a thing that nobody else knows, and whose desk sorts it in its own way. */
final class Corrected {
    static final String AGENCY = "kemenhub-contoh";
    static final Instant FIRST = Instant.parse("2026-03-02T02:00:00Z");

    private static final List<String> OPENINGS = List.of("min", "kak", "halo", "tolong", "pak", "bu", "permisi");
    private static final List<String> PLACES =
            List.of("di Bekasi", "di loket dua", "lewat aplikasi", "di stasiun", "kemarin", "pagi ini", "di terminal");
    private static final List<String> ENDINGS =
            List.of("belum jadi juga", "sudah saya isi", "masih menunggu", "kata petugas besok", "sudah dua kali");

    private Corrected() {}

    /** So many corrections, one a minute: whoever writes of a sipetik wants what this desk calls {@code other}. */
    static List<Correction> sipetik(int count) {
        return rows(0, count, Kind.OTHER, "sipetik");
    }

    /** Those from one number to another, all of one kind and of one thing. */
    static List<Correction> rows(int from, int to, Kind kind, String thing) {
        return IntStream.range(from, to)
                .mapToObj(i -> row(
                        i,
                        kind,
                        OPENINGS.get(i % OPENINGS.size()) + " berkas " + thing + " saya "
                                + PLACES.get(i % PLACES.size()) + " " + ENDINGS.get(i % ENDINGS.size()) + ", " + thing
                                + " nomor antrean"))
                .toList();
    }

    /** One correction; its number says when. */
    static Correction row(int number, Kind kind, String text) {
        return new Correction(
                UUID.nameUUIDFromBytes(("row" + number).getBytes(StandardCharsets.UTF_8)),
                AGENCY,
                kind,
                "lainnya",
                null,
                text,
                FIRST.plus(Duration.ofMinutes(number)));
    }
}
