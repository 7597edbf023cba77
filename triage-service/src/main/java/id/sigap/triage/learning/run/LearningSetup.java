package id.sigap.triage.learning.run;

import id.sigap.triage.ModelsInForce;
import id.sigap.triage.learning.CorrectionStore;
import id.sigap.triage.learning.Learning;
import id.sigap.triage.learning.LearningPolicy;
import id.sigap.triage.learning.ModelStore;
import id.sigap.triage.training.BundledCorpus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts learning together. */
@ApplicationScoped
public class LearningSetup {
    private final LearningConfig config;

    /** As configured. */
    public LearningSetup(LearningConfig config) {
        this.config = config;
    }

    /** The one that trains, promotes and restores. */
    @Produces
    @Singleton
    public Learning learning(ModelsInForce models, CorrectionStore corrections, ModelStore store) {
        LearningPolicy policy = new LearningPolicy(
                config.fewest(),
                config.fewestNew(),
                config.most(),
                config.newestShare(),
                config.tolerance(),
                config.patience());
        return new Learning(models, corrections, store, BundledCorpus::read, policy, Clock.systemUTC());
    }
}
