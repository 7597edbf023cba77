package id.sigap.local;

import id.sigap.local.process.PrivateFiles;
import id.sigap.local.process.StackException;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Starts the whole system, says where it is, and stops it when asked to or when a part of it fails. */
public final class Up {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Up() {}

    /** Entry point of {@code deploy/local/up}. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        UpArguments asked;
        try {
            asked = UpArguments.parse(List.of(arguments), System.getenv());
        } catch (StackException e) {
            err.println("sigap: " + e.getMessage());
            System.exit(MISUSED);
            return;
        }
        System.exit(run(asked, out, err));
    }

    private static int run(UpArguments asked, PrintStream out, PrintStream err) {
        Instant begun =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        Console console = new Console(out, begun);
        Checkout checkout = Checkout.around();
        Launch launch = new Launch(asked, checkout, console);
        Logger log = Logger.getLogger(Up.class.getName());
        log.setLevel(Level.OFF);
        try {
            launch.prepare();
            Path logs = logToFile(checkout.launcherState());
            log.setLevel(Level.SEVERE);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(launch, console), "sigap-stop"));
            console.line("Starting Sigap. Logs are in " + logs);
            launch.start();
            launch.teach();
            launch.startDemo();
            ReadyTable.show(asked, launch.residentMemory(), console);
            throw launch.awaitTrouble();
        } catch (RuntimeException e) {
            // While it stops, parts end because they are told to; that is no news.
            if (!launch.isStopping()) {
                StackException trouble = launch.explained(StackException.of(e));
                err.println("sigap: " + trouble.getMessage());
                // Before there is a log, the line above is all there is to know.
                log.log(Level.SEVERE, "stopped by trouble", trouble);
            }
            return FAILED;
        }
    }

    private static void stop(Launch launch, Console console) {
        Instant begun = Instant.now();
        console.line("Stopping …");
        launch.stop();
        console.line("Stopped, took " + Console.seconds(Duration.between(begun, Instant.now())) + ".");
    }

    /** The terminal is for people; what Kafka and the libraries say goes to a file. */
    private static Path logToFile(Path state) {
        Path logs = PrivateFiles.directory(StateLayout.of(state).logs());
        LogManager.getLogManager().reset();
        try {
            Handler handler = new FileHandler(logs.resolve("launcher.log").toString(), true);
            handler.setFormatter(new SimpleFormatter());
            handler.setEncoding(StandardCharsets.UTF_8.name());
            handler.setErrorManager(new Unheard());
            Thread.setDefaultUncaughtExceptionHandler((thread, failure) ->
                    Logger.getLogger(Up.class.getName()).log(Level.SEVERE, thread.getName() + " ended", failure));
            Logger root = Logger.getLogger("");
            root.addHandler(handler);
            root.setLevel(Level.WARNING);
            return logs;
        } catch (IOException e) {
            throw new StackException("Cannot write to " + logs + ": " + PrivateFiles.reason(e), e);
        }
    }

    /** What cannot be logged, as on a full disk, is not for the terminal either: one line there says what to do. */
    private static final class Unheard extends ErrorManager {
        @Override
        public void error(String message, Exception failure, int code) {}
    }
}
