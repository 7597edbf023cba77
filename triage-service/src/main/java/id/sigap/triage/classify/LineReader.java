package id.sigap.triage.classify;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads lines of bytes with a bound on each: of a longer line the rest is passed over, not kept. */
final class LineReader {
    private final InputStream in;
    private final byte[] chunk = new byte[1 << 14];
    private final int longest;
    private byte[] line = new byte[1 << 12];
    private int length;
    private int at;
    private int filled;
    private boolean tooLong;

    LineReader(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        length = 0;
        tooLong = false;
        boolean any = false;
        while (true) {
            if (at == filled) {
                filled = in.read(chunk, 0, chunk.length);
                at = 0;
                if (filled < 0) {
                    filled = 0;
                    return any;
                }
            }
            any = true;
            int stop = at;
            while (stop < filled && chunk[stop] != '\n') {
                stop++;
            }
            append(stop);
            boolean ended = stop < filled;
            at = ended ? stop + 1 : stop;
            if (ended) {
                return true;
            }
        }
    }

    private void append(int stop) {
        int more = stop - at;
        if (length + more > longest) {
            tooLong = true;
            return;
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.min(longest, Math.max(line.length * 2, length + more)));
        }
        System.arraycopy(chunk, at, line, length, more);
        length += more;
    }

    /** Whether the next line has to be waited for, so that what was answered should leave first. */
    boolean mustWait() {
        return at == filled;
    }

    /** The line's bytes, up to {@link #length}. */
    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    boolean isTooLong() {
        return tooLong;
    }

    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return !tooLong;
    }
}
