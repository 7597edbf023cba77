package id.sigap.ingest.form;

import id.sigap.runtime.http.AddressRate;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often one address may send the form. */
@ApplicationScoped
public class FormRate {
    private final AddressRate rate;

    /** From the configuration. */
    public FormRate(
            @ConfigProperty(name = "sigap.form.burst", defaultValue = "30") int burst,
            @ConfigProperty(name = "sigap.form.per-minute", defaultValue = "20") int perMinute) {
        this.rate = new AddressRate(burst, perMinute);
    }

    /** Takes a token of the address; false if there is none left. */
    boolean allows(String address) {
        return rate.allows(address);
    }

    /** How long until the next token. */
    Duration pause() {
        return rate.pause();
    }
}
