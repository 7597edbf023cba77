package id.sigap.reply.desk;

import id.sigap.contracts.directory.Agency;
import java.util.List;

/**
 * The agency whose things a page shows, among those of whoever looks.
 *
 * @param agency the chosen one
 * @param options all of theirs
 */
record AgencyChoice(Agency agency, List<QueueFilter.Option> options) {
    String id() {
        return agency.id();
    }

    /** Whether there is anything to choose. */
    public boolean offered() {
        return options.size() > 1;
    }

    /** The choice as an address's query; empty when there is none to make. */
    public String query() {
        return offered() ? "?agency=" + id() : "";
    }

    /** The same behind other parameters. */
    public String and() {
        return offered() ? "&agency=" + id() : "";
    }
}
