package id.sigap.triage.learning.run;

import id.sigap.triage.learning.Decision;
import id.sigap.triage.learning.Learning;
import id.sigap.triage.learning.Score;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The one thread that trains: of low priority, and one training at a time. Messages do not wait for it. */
@ApplicationScoped
public class TrainingThread {
    private static final Logger LOG = Logger.getLogger(TrainingThread.class);

    private final Learning learning;
    private final MeterRegistry meters;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            0,
            1,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            TrainingThread::lowly,
            new ThreadPoolExecutor.AbortPolicy());

    /** Over what it trains. */
    public TrainingThread(Learning learning, MeterRegistry meters) {
        this.learning = learning;
        this.meters = meters;
    }

    /**
     * Trains for an agency, and says in the log what came of it.
     *
     * @return empty if something is trained already, here or by another instance
     */
    public CompletableFuture<Optional<Decision>> train(String agency, String by) {
        try {
            return CompletableFuture.supplyAsync(
                    () -> {
                        Optional<Decision> decision = learning.retrain(agency, by);
                        decision.ifPresent(this::tell);
                        return decision;
                    },
                    thread);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    private static Thread lowly(Runnable work) {
        Thread thread = new Thread(work, "sigap-training");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    private void tell(Decision decision) {
        meters.counter("sigap_model_decisions", "outcome", decision.outcome().name())
                .increment();
        LOG.infov(
                "model decision, agency={0} outcome={1} model={2} candidate={3} corrections={4} newest-before={5}"
                        + " newest-after={6} frozen-before={7} frozen-after={8}",
                decision.agency(),
                decision.outcome(),
                decision.model(),
                decision.candidate(),
                decision.corrections(),
                right(decision.newestBefore()),
                right(decision.newestAfter()),
                macroF1(decision.frozenBefore()),
                macroF1(decision.frozenAfter()));
    }

    private static String right(@Nullable Score score) {
        return score == null ? "-" : score.kindsRight() + "+" + score.topicsRight() + "/" + score.messages();
    }

    private static String macroF1(@Nullable Score score) {
        return score == null ? "-" : Double.toString(score.macroF1());
    }
}
