package id.sigap.metrics.page;

import id.sigap.metrics.ledger.Ledger;
import id.sigap.metrics.page.Dashboard.LedgerRow;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The ledger's totals by channel, as text. */
final class LedgerRows {
    private LedgerRows() {}

    static List<LedgerRow> of(Ledger ledger, Words words) {
        return ledger.lines().stream()
                .collect(Collectors.groupingBy(line -> words.label(line.channel()), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> row(
                        entry.getKey(),
                        entry.getValue().stream().map(Ledger.Line::messages).toList(),
                        words))
                .toList();
    }

    private static LedgerRow row(String channel, List<Ledger.Balance> lines, Words words) {
        return new LedgerRow(
                channel,
                sum(lines, Ledger.Balance::received, words),
                sum(lines, Ledger.Balance::answered, words),
                sum(lines, Ledger.Balance::waiting, words),
                sum(lines, Ledger.Balance::needsNoAnswer, words),
                sum(lines, Ledger.Balance::closedWithoutAnswer, words),
                sum(lines, Ledger.Balance::withdrawn, words),
                sum(lines, Ledger.Balance::excluded, words));
    }

    private static String sum(List<Ledger.Balance> lines, ToLongFunction<Ledger.Balance> part, Words words) {
        return words.number(lines.stream().mapToLong(part).sum());
    }
}
