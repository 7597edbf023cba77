package id.sigap.metrics.selection;

import id.sigap.runtime.directory.CurrentDirectory;
import jakarta.inject.Singleton;
import java.time.ZoneId;

/** By whose clock an agency's days and hours are counted. */
@Singleton
public class Zones {
    /** Of an agency that left the directory: the ministries' time. */
    public static final ZoneId OTHERWISE = ZoneId.of("Asia/Jakarta");

    private final CurrentDirectory directory;

    /** By the directory in force. */
    public Zones(CurrentDirectory directory) {
        this.directory = directory;
    }

    /** The agency's zone. */
    public ZoneId of(String agency) {
        return directory
                .get()
                .agency(agency)
                .map(known -> ZoneId.of(known.zone()))
                .orElse(OTHERWISE);
    }
}
