package id.sigap.triage.learning.run;

import id.sigap.triage.learning.Learning;
import id.sigap.triage.learning.store.PostgresCorrections;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * What learning does by itself. The service starts and triages without the database; as soon as that is there, its tables
 * are brought up to date and the models that it names are put in force.
 */
@ApplicationScoped
public class LearningSchedule {
    private static final Logger LOG = Logger.getLogger(LearningSchedule.class);
    private static final String SCHEDULE = "schedule";

    private final Learning learning;
    private final TrainingThread training;
    private final PostgresCorrections corrections;
    private final LearningConfig config;
    private final Flyway flyway;
    private volatile boolean migrated;
    private volatile boolean away;

    /** Over what it does. */
    public LearningSchedule(
            Learning learning,
            TrainingThread training,
            PostgresCorrections corrections,
            LearningConfig config,
            Flyway flyway) {
        this.learning = learning;
        this.training = training;
        this.corrections = corrections;
        this.config = config;
        this.flyway = flyway;
    }

    /** Puts in force what the store says; once, at first, makes its tables. Never fails: it is tried again. */
    @Scheduled(
            identity = "models",
            every = "${sigap.learning.refresh:10s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void refresh() {
        try {
            if (!migrated) {
                flyway.migrate();
                migrated = true;
            }
            learning.refresh();
            away = false;
        } catch (RuntimeException e) {
            if (!away) {
                LOG.warnv(
                        "the models in force are not known now, those known so far stay, cause={0}",
                        e.getClass().getName());
            }
            away = true;
        }
    }

    /** Trains for every agency with new corrections, one after the other, and lets go of old corrections. */
    @Scheduled(
            identity = "training",
            cron = "${sigap.learning.schedule:0 30 1 * * ?}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void train() {
        try {
            int gone = corrections.forget(Clock.systemUTC().instant().minus(config.retention()));
            LOG.infov("old corrections deleted, rows={0}", gone);
            for (String agency : learning.agencies()) {
                if (learning.hasNews(agency)) {
                    training.train(agency, SCHEDULE).join();
                }
            }
        } catch (RuntimeException e) {
            LOG.warnv("scheduled training was given up, cause={0}", e.getClass().getName());
        }
    }
}
