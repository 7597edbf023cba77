package id.sigap.metrics.page;

import id.sigap.contracts.event.Decomposition;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The parts of the time until the first response, in their order. */
enum Stages {
    INGEST(PageText::ingest, Decomposition::ingest),
    TRIAGE(PageText::triage, Decomposition::triage),
    QUEUE(PageText::queue, Decomposition::queue),
    DRAFT(PageText::draft, Decomposition::draft),
    APPROVAL(PageText::approval, Decomposition::approval),
    SEND(PageText::send, Decomposition::send);

    private final Function<PageText, String> name;
    private final ToLongFunction<Decomposition> millis;

    Stages(Function<PageText, String> name, ToLongFunction<Decomposition> millis) {
        this.name = name;
        this.millis = millis;
    }

    static List<Stages> all() {
        return List.of(values());
    }

    String name(PageText text) {
        return name.apply(text);
    }

    long millis(Decomposition sum) {
        return millis.applyAsLong(sum);
    }

    /** Of the whole, 0 to 1; 0 of nothing. */
    double share(Decomposition sum) {
        long total = sum.total();
        return total == 0 ? 0 : (double) millis(sum) / total;
    }
}
