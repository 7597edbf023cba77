package id.sigap.local.process;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** What a process is told when it shall end. */
public enum Signal {
    /** An interrupt: PostgreSQL's fast shutdown. */
    INTERRUPT("INT"),
    /** A polite end: what a Java service understands. */
    TERMINATE("TERM"),
    /** An end without a chance to clean up. */
    KILL("KILL");

    private static final int PAUSE_MILLIS = 50;

    private final String word;

    Signal(String word) {
        this.word = word;
    }

    /** Sends the signal. A process that ended meanwhile is no error. */
    public void send(ProcessHandle process) {
        try {
            // The shell has kill built in, so this needs no program that a small machine may lack.
            new ProcessBuilder("sh", "-c", "kill -" + word + " " + process.pid())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Sends the signal, waits, and kills the process when it does not end within the patience. */
    public void end(ProcessHandle process, Duration patience) {
        if (!PidFile.isLiving(process)) {
            return;
        }
        send(process);
        if (!ended(process, patience)) {
            KILL.send(process);
            ended(process, Duration.ofSeconds(10));
        }
    }

    /** Asked again and again, as Java's own notice of a process that is no child of this one comes seconds late. */
    private static boolean ended(ProcessHandle process, Duration patience) {
        Instant deadline = Instant.now().plus(patience);
        while (PidFile.isLiving(process)) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
