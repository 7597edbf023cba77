package id.sigap.contracts.directory;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Routing rules that somebody thinks of giving to an agency, written as in the directory.
 *
 * @param defaultUnit where a case would go that no rule routes; absent if that stays as it is
 * @param routing in order; the first that fits decides
 */
public record RoutingProposal(@Nullable String defaultUnit, List<RoutingRule> routing) {
    private static final String NAME = "proposal";

    /** Copies. */
    public RoutingProposal {
        routing = routing == null ? List.of() : List.copyOf(routing);
    }

    /**
     * Reads a proposal, YAML or JSON, as strictly as the directory is read.
     *
     * @param document the fields {@code routing} and, if it is to change, {@code defaultUnit}
     * @param agency whose units, topics and accounts the rules may name
     * @throws DirectoryException with all mistakes
     */
    public static RoutingProposal read(String document, Agency agency) throws DirectoryException {
        Mistakes mistakes = new Mistakes();
        YamlNode content = node(document, mistakes);
        RoutingProposal proposal = null;
        if (content == null || content.field("routing") == null) {
            if (mistakes.none()) {
                mistakes.add(NAME, 1, "routing", "is missing; it lists the rules, and may be [] for none");
            }
        } else {
            proposal = new RecordReader(mistakes).read(content, RoutingProposal.class);
            Set<String> units = agency.units().stream().map(Unit::id).collect(Collectors.toSet());
            Set<String> topics = agency.topics().stream().map(Topic::id).collect(Collectors.toSet());
            Set<String> accounts = agency.accounts().stream().map(Account::id).collect(Collectors.toSet());
            new IdCheck(mistakes).reference(content.field("defaultUnit"), "unit", units);
            new RuleCheck(mistakes, topics, accounts).routing(content, units);
        }
        if (proposal == null || !mistakes.none()) {
            throw new DirectoryException(mistakes.inOrder());
        }
        return proposal;
    }

    /** The agency as it would be. */
    public Agency in(Agency agency) {
        return agency.withRouting(Objects.requireNonNullElse(defaultUnit, agency.defaultUnit()), routing);
    }

    private static @Nullable YamlNode node(String document, Mistakes mistakes) {
        try {
            return YamlReader.read(new StringReader(document), NAME, mistakes);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can be read", e);
        }
    }
}
