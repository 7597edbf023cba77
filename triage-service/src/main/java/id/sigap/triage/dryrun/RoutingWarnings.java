package id.sigap.triage.dryrun;

import id.sigap.contracts.directory.Agency;
import id.sigap.runtime.directory.CurrentDirectory;
import id.sigap.triage.routing.RoutingFinding;
import id.sigap.triage.routing.RoutingReview;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Warns in the log of routing rules that never decide, at start and whenever the directory has changed. */
@Startup
@ApplicationScoped
public class RoutingWarnings {
    private static final Logger LOG = Logger.getLogger(RoutingWarnings.class);

    private final CurrentDirectory directory;

    /** Over the directory in force. */
    public RoutingWarnings(CurrentDirectory directory) {
        this.directory = directory;
    }

    @PostConstruct
    void watch() {
        directory.onChange(this::warn);
        warn();
    }

    private void warn() {
        for (Agency agency : directory.get().agencies()) {
            for (RoutingFinding finding : RoutingReview.of(agency)) {
                if (finding.oddity().isMistake()) {
                    LOG.warnv(
                            "routing rule never decides, agency={0} rule={1} because={2}",
                            agency.id(), finding.rule(), String.join(" ", finding.by()));
                }
            }
        }
    }
}
