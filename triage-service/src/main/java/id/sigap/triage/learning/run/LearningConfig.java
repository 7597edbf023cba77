package id.sigap.triage.learning.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How learning is set up; every value has a default that suits a ministry. */
@ConfigMapping(prefix = "sigap.learning")
public interface LearningConfig {
    /** How often to look whether another instance has put another model in force; "off" never looks. */
    @WithDefault("10s")
    String refresh();

    /** When agencies with new corrections are trained for, as cron in the server's time zone; "off" is on demand only. */
    @WithDefault("0 30 1 * * ?")
    String schedule();

    /** How long a corrected message is learned from, and kept at all. */
    @WithDefault("365d")
    Duration retention();

    /** An agency with fewer corrections learns nothing. */
    @WithDefault("50")
    int fewest();

    /** A model is judged on at least so many corrections that neither it nor the one in force has learned from. */
    @WithDefault("10")
    int fewestNew();

    /** A model learns from at most so many corrections, the newest. */
    @WithDefault("5000")
    int most();

    /** The share of the corrections that a model is judged on. */
    @WithDefault("0.2")
    double newestShare();

    /** How much worse a model may do on the frozen test, in macro-F1 and in complaint recall. */
    @WithDefault("0.03")
    double tolerance();

    /** How long one training may take. */
    @WithDefault("2m")
    Duration patience();
}
