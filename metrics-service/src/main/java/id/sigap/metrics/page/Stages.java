package id.sigap.metrics.page;

import id.sigap.contracts.event.Decomposition;
import java.util.List;

/** The parts of the time until the first response, in their order. */
enum Stages {
    INGEST,
    TRIAGE,
    QUEUE,
    DRAFT,
    APPROVAL,
    SEND;

    static List<Stages> all() {
        return List.of(values());
    }

    String name(PageText text) {
        return switch (this) {
            case INGEST -> text.ingest();
            case TRIAGE -> text.triage();
            case QUEUE -> text.queue();
            case DRAFT -> text.draft();
            case APPROVAL -> text.approval();
            case SEND -> text.send();
        };
    }

    long millis(Decomposition sum) {
        return switch (this) {
            case INGEST -> sum.ingest();
            case TRIAGE -> sum.triage();
            case QUEUE -> sum.queue();
            case DRAFT -> sum.draft();
            case APPROVAL -> sum.approval();
            case SEND -> sum.send();
        };
    }

    /** Of the whole, 0 to 1; 0 of nothing. */
    double share(Decomposition sum) {
        long total = sum.total();
        return total == 0 ? 0 : (double) millis(sum) / total;
    }
}
