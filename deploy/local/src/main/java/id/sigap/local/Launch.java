package id.sigap.local;

import id.sigap.local.process.ChildProcess;
import id.sigap.local.process.StackException;
import id.sigap.local.simulator.DemoTraffic;
import id.sigap.local.simulator.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One run of the whole system: started in dependency order, watched while it runs, stopped in reverse. */
final class Launch {

    private static final Duration WATCH = Duration.ofSeconds(1);

    private final UpArguments arguments;
    private final LauncherState state;
    private final DemoKnowledge knowledge;
    private final DemoAlerts alerts;
    private final StackOptions options;
    private final Console console;
    private final CompletableFuture<StackException> trouble = new CompletableFuture<>();
    private final List<ServiceProcess> services = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(runnable -> {
        Thread thread = new Thread(runnable, "sigap-watch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopping;
    private volatile @Nullable LocalStack stack;
    private @Nullable DemoTraffic demo;

    Launch(UpArguments arguments, Checkout checkout, Console console) {
        this.arguments = arguments;
        this.console = console;
        this.knowledge = new DemoKnowledge(checkout.demoKnowledge(), arguments.ports());
        this.alerts = new DemoAlerts(arguments.ports());
        this.state = new LauncherState(checkout.launcherState());
        this.options = new StackOptions(
                EnumSet.allOf(StackPart.class), arguments.ports(), checkout.launcherState(), true, false);
    }

    /**
     * Makes the state directory ready.
     *
     * @throws StackException when a start is not possible, e.g. as a port is taken
     */
    void prepare() {
        List<String> orphans = state.prepare(arguments.fresh(), arguments.ports());
        if (!orphans.isEmpty()) {
            console.line("  Stopped what an earlier launcher had left: " + String.join(", ", orphans));
        }
    }

    /**
     * Starts everything and returns when everything is ready.
     *
     * @throws StackException when something did not start; {@link #stop()} is still to be called
     */
    void start() {
        watch.scheduleAtFixedRate(this::look, WATCH.toMillis(), WATCH.toMillis(), TimeUnit.MILLISECONDS);
        LocalStack started = create();
        started.fatal().thenAccept(trouble::complete);
        await(inBackground(started::launch));
        watchOver("PostgreSQL", started.postgres().onExit());
        List<CompletableFuture<Void>> awaited = new ArrayList<>();
        awaited.add(inBackground(() -> {
            started.awaitKeycloak();
            watchOver("Keycloak", started.keycloak().onExit());
        }));
        for (String name : ServiceProcess.ALL) {
            ServiceProcess service = launch(started, name);
            watchOver(name, service.onExit());
            awaited.add(awaiting(name, service.address(), service::awaitReady));
        }
        await(CompletableFuture.allOf(awaited.toArray(CompletableFuture<?>[]::new)));
    }

    /** The first trouble ends the wait; the others would only follow from it. */
    private void await(CompletableFuture<Void> step) {
        try {
            CompletableFuture.anyOf(step, trouble.thenAccept(failure -> {
                        throw failure;
                    }))
                    .join();
        } catch (CompletionException e) {
            throw StackException.of(e);
        }
    }

    /**
     * Gives the demo's agencies their articles, and who is told of alerts. The system runs without them, so trouble here
     * is told and no more.
     */
    void teach() {
        if (!stopping) {
            console.line("  Knowledge base: " + knowledge.bringIn() + ".");
            console.line("  Alerts: " + alerts.connect() + ".");
        }
    }

    /** Lets the demo's citizens write, when they are wanted. */
    synchronized void startDemo() {
        LocalStack running = stack;
        if (arguments.demo() && running != null && !stopping) {
            demo = DemoTraffic.start(running.simulator(), Pace.calm());
        }
    }

    /** Returns when something ended that should run. */
    StackException awaitTrouble() {
        return trouble.join();
    }

    /**
     * Stops everything, what leans on others first. Can be called again, after a start that failed, and from another
     * thread while {@link #start()} is under way: what has not begun then never begins.
     */
    synchronized void stop() {
        if (stopping) {
            return;
        }
        stopping = true;
        if (demo != null) {
            demo.close();
        }
        CompletableFuture.allOf(services.stream()
                        .map(service -> inBackground(service::terminate))
                        .toArray(CompletableFuture<?>[]::new))
                // One that cannot be stopped must not keep the others running.
                .exceptionally(failure -> null)
                .join();
        watch.shutdownNow();
        if (stack != null) {
            try {
                stack.close();
            } finally {
                state.launcher().delete();
            }
        }
    }

    /** The trouble itself, or what lies behind it: on a full disk everything fails, each part in its own words. */
    StackException explained(StackException trouble) {
        if (stack == null) {
            return trouble; // nothing was begun that could have filled the disk
        }
        try {
            return state.room() < LauncherState.BYTES_TO_RUN ? diskFull() : trouble;
        } catch (StackException e) {
            return trouble;
        }
    }

    /** Whether {@link #stop()} was called. */
    boolean isStopping() {
        return stopping;
    }

    /** Resident bytes of all processes, where the system tells. */
    OptionalLong residentMemory() {
        LocalStack running = stack;
        if (running == null) {
            return OptionalLong.empty();
        }
        List<Long> children =
                new ArrayList<>(services.stream().map(ServiceProcess::pid).toList());
        children.add(running.postgres().pid());
        children.add(running.keycloak().pid());
        long total = ResidentMemory.ofThisProcess().orElse(0);
        for (long child : children) {
            total += ResidentMemory.of(child).orElse(0);
        }
        return total == 0 ? OptionalLong.empty() : OptionalLong.of(total);
    }

    private synchronized LocalStack create() {
        refuseWhenStopping();
        LocalStack created = LocalStack.of(options, console);
        stack = created;
        state.launcher().write(ProcessHandle.current());
        return created;
    }

    private synchronized ServiceProcess launch(LocalStack started, String name) {
        refuseWhenStopping();
        ServiceProcess service = ServiceProcess.launch(started, name);
        services.add(service);
        return service;
    }

    private void refuseWhenStopping() {
        if (stopping) {
            throw new StackException("The start was interrupted.");
        }
    }

    private CompletableFuture<Void> awaiting(String step, String address, Runnable wait) {
        Instant begun = Instant.now();
        console.begun(step);
        return inBackground(() -> {
            wait.run();
            console.done(step, address, Duration.between(begun, Instant.now()));
        });
    }

    private static CompletableFuture<Void> inBackground(Runnable wait) {
        return CompletableFuture.runAsync(wait, runnable -> {
            Thread thread = new Thread(runnable, "sigap-await");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private void watchOver(String name, CompletableFuture<ChildProcess> exit) {
        exit.thenAccept(process -> {
            if (!stopping) {
                trouble.complete(process.failure(name + " ended"));
            }
        });
    }

    private void look() {
        if (stopping) {
            return;
        }
        console.tick();
        if (state.room() < LauncherState.BYTES_TO_RUN) {
            trouble.complete(diskFull());
        }
    }

    private StackException diskFull() {
        return new StackException("The disk under " + options.state() + " is full ("
                + state.room() / LauncherState.MEBIBYTE + " MiB left). Make room and start again, or start with --fresh"
                + " to wipe the data of earlier runs.");
    }
}
