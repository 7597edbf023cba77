package id.sigap.bench.load;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A file of messages that is made while it is read: one JSON object a line, every {@value #BAD_EVERY}th line wrong in one
 * of three ways. It takes no more memory than a line.
 */
public final class ImportFile extends InputStream {
    /** Which lines are wrong: those whose number this divides. */
    public static final int BAD_EVERY = 1_000;

    /** A citizen writes now and then, not once in a life. */
    private static final int CITIZENS = 100_000;

    private static final String[] WORDS = {
        "min krl telat lagi di stasiun manggarai dari jam 7, kapan normal?",
        "Selamat pagi, saya mau tanya cara refund tiket kereta yang batal kemarin",
        "AC gerbong 4 mati, panas banget!! tolong diperbaiki",
        "Kapan loket perizinan buka? Nomor permohonan saya 20261104",
        "mohon ditindaklanjuti lampu peron mati sejak minggu lalu, terima kasih"
    };

    private final String run;
    private final long lines;
    private byte[] line = new byte[0];
    private int position;
    private long number;
    private long bytes;

    /**
     * @param run makes the external ids unlike those of any other run
     * @param lines how many
     */
    public ImportFile(String run, long lines) {
        this.run = run;
        this.lines = lines;
    }

    /** How many of these lines are wrong. */
    public static long bad(long lines) {
        return lines / BAD_EVERY;
    }

    /** Bytes that were read so far. */
    public synchronized long bytes() {
        return bytes;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
        int done = 0;
        while (done < length && (position < line.length || next())) {
            int part = Math.min(length - done, line.length - position);
            System.arraycopy(line, position, into, offset + done, part);
            position += part;
            done += part;
        }
        bytes += done;
        return done == 0 && length > 0 ? -1 : done;
    }

    private boolean next() {
        if (number == lines) {
            return false;
        }
        number++;
        line = (number % BAD_EVERY == 0 ? wrong() : message("kemenhub-api")).getBytes(StandardCharsets.UTF_8);
        position = 0;
        return true;
    }

    private String wrong() {
        return switch ((int) (number / BAD_EVERY % 3)) {
            case 0 ->
                "{\"account\":\"kemenhub-api\",\"text\":\"tanpa penulis\",\"externalId\":\"" + run + number + "\"}\n";
            case 1 -> "{\"account\":\"kemenhub-api\",\"text\":\n";
            default -> message("tidak-ada");
        };
    }

    private String message(String account) {
        return "{\"account\":\"" + account + "\",\"externalId\":\"" + run + "-" + number + "\",\"text\":\""
                + WORDS[(int) (number % WORDS.length)] + " (" + number + ")\",\"author\":{\"id\":\"warga-"
                + number % CITIZENS + "\",\"displayName\":\"Warga " + number % CITIZENS + "\"}}\n";
    }
}
