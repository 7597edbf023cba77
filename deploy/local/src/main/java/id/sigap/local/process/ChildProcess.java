package id.sigap.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A program that runs beside this one, with its log in a file and its pid file. It leads a session of its own where
 * the system has {@code setsid}: a Ctrl-C at the terminal then reaches only the launcher, which stops the parts in
 * their order.
 */
public final class ChildProcess {

    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Path SHELL = Path.of("/bin/sh");

    /**
     * Gives way to the processes of other sessions, then becomes the program, which so keeps the process id. Linux divides
     * the processors between sessions first where it groups them (sched(7), "The autogroup feature"), and there
     * {@code nice} alone says nothing outside the own session.
     */
    private static final String GIVE_WAY =
            "{ echo \"$0\" > /proc/self/autogroup; } 2>/dev/null; command -v nice >/dev/null || exec \"$@\"; exec nice -n \"$0\" \"$@\"";

    private static final int LOG_LINES_SHOWN = 15;

    private final String name;
    private final Process process;
    private final PidFile pidFile;
    private final Path log;
    private final Signal polite;

    private ChildProcess(String name, Process process, PidFile pidFile, Path log, Signal polite) {
        this.name = name;
        this.process = process;
        this.pidFile = pidFile;
        this.log = log;
        this.polite = polite;
    }

    /**
     * How a program is run.
     *
     * @param name for people and for the names of the pid file and the log
     * @param command the program and its arguments
     * @param environment added to this process' own
     * @param directory working directory
     * @param run directory of pid files
     * @param logs directory of logs; a log is appended to
     * @param polite the signal that asks it to end
     * @param niceness how much it gives way to the others on the same processors, 0 (not at all) to 19, as {@code nice}
     *     takes it
     */
    public record Plan(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path directory,
            Path run,
            Path logs,
            Signal polite,
            int niceness) {

        /** A program that gives way to nobody. */
        public Plan(
                String name,
                List<String> command,
                Map<String, String> environment,
                Path directory,
                Path run,
                Path logs,
                Signal polite) {
            this(name, command, environment, directory, run, logs, polite, 0);
        }
    }

    /**
     * Starts the program. An earlier run of the same name that outlived its launcher is ended first.
     *
     * @throws StackException when the program cannot be run
     */
    public static ChildProcess start(Plan plan) {
        PrivateFiles.directory(plan.run());
        PrivateFiles.directory(plan.logs());
        PidFile pidFile = pidFile(plan.run(), plan.name());
        pidFile.living().ifPresent(orphan -> plan.polite().end(orphan, Duration.ofSeconds(10)));
        Path log = plan.logs().resolve(plan.name() + ".log");
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString());
        }
        if (plan.niceness() > 0 && Files.isExecutable(SHELL)) {
            command.addAll(List.of(SHELL.toString(), "-c", GIVE_WAY, Integer.toString(plan.niceness())));
        }
        command.addAll(plan.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(plan.directory().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(plan.environment());
        try {
            Process process = builder.start();
            note(process, pidFile);
            return new ChildProcess(plan.name(), process, pidFile, log, plan.polite());
        } catch (IOException e) {
            throw new StackException("Cannot start " + plan.name() + ": " + PrivateFiles.reason(e), e);
        }
    }

    /** A process that cannot be noted, as on a full disk, would be found by nobody later: it does not stay. */
    private static void note(Process process, PidFile pidFile) {
        try {
            pidFile.write(process.toHandle());
        } catch (StackException e) {
            Signal.KILL.end(process.toHandle(), Duration.ofSeconds(10));
            throw e;
        }
    }

    /** The pid file of a name. */
    public static PidFile pidFile(Path run, String name) {
        return new PidFile(run.resolve(name + ".pid"));
    }

    /** The name given at the start. */
    public String name() {
        return name;
    }

    /** The process id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it runs. The system is asked too, as Java hears of an end a moment late. */
    public boolean isAlive() {
        return process.isAlive() && PidFile.isLiving(process.toHandle());
    }

    /** Where its output goes. */
    public Path log() {
        return log;
    }

    /** Completes when the process has ended, for whatever reason. */
    public CompletableFuture<ChildProcess> onExit() {
        return process.onExit().thenApply(ended -> this);
    }

    /** Asks it to end, waits, and kills it when it does not within the patience. */
    public void stop(Duration patience) {
        polite.end(process.toHandle(), patience);
        pidFile.delete();
    }

    /** kill -9, and waits until it is gone. */
    public void kill() {
        Signal.KILL.end(process.toHandle(), Duration.ofSeconds(10));
        pidFile.delete();
    }

    /** What an ended process leaves: its exit code, the last words of its log and where the log is. */
    public StackException failure(String sentence) {
        String exit = process.isAlive() ? "" : " (exit code " + process.exitValue() + ")";
        StackException failure = new StackException(sentence + exit + ". Its log: " + log);
        for (String line : lastWords()) {
            failure.addSuppressed(new StackException(line));
        }
        return failure;
    }

    private List<String> lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}
