package id.sigap.metrics.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.api.Test;

class TroublePagesTest {
    @Test
    void whoReadsPublicPagesIsNotLedToTheLogin() {
        assertEquals("/publik", TroublePages.home(URI.create("https://sigap.example/publik?bulan=2030-01")));
        assertEquals("/publik", TroublePages.home(URI.create("https://sigap.example/publik/tidak-ada")));
        assertEquals("/", TroublePages.home(URI.create("https://sigap.example/papan?agency=tidak-ada")));
        assertEquals("/", TroublePages.home(URI.create("https://sigap.example/publikasi")));
    }
}
