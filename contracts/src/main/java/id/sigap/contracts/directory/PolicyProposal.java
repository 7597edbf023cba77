package id.sigap.contracts.directory;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reply policies that somebody thinks of giving to an agency, written as in the directory.
 *
 * @param replies in order; the first that fits decides; the last fits everything
 */
public record PolicyProposal(List<ReplyPolicy> replies) {
    private static final String NAME = "proposal";

    /** Copies. */
    public PolicyProposal {
        replies = replies == null ? List.of() : List.copyOf(replies);
    }

    /**
     * Reads a proposal, YAML or JSON, as strictly as the directory is read.
     *
     * @param document the field {@code replies}
     * @param agency whose topics and accounts the policies may name
     * @throws DirectoryException with all mistakes
     */
    public static PolicyProposal read(String document, Agency agency) throws DirectoryException {
        Mistakes mistakes = new Mistakes();
        YamlNode content = node(document, mistakes);
        PolicyProposal proposal = null;
        if (content != null) {
            proposal = new RecordReader(mistakes).read(content, PolicyProposal.class);
            Set<String> topics = agency.topics().stream().map(Topic::id).collect(Collectors.toSet());
            Set<String> accounts = agency.accounts().stream().map(Account::id).collect(Collectors.toSet());
            new RuleCheck(mistakes, topics, accounts).replies(content);
        } else if (mistakes.none()) {
            mistakes.add(NAME, 1, "replies", "is missing; it lists the policies");
        }
        if (proposal == null || !mistakes.none()) {
            throw new DirectoryException(mistakes.inOrder());
        }
        return proposal;
    }

    /** The agency as it would be. */
    public Agency in(Agency agency) {
        return agency.withReplies(replies);
    }

    private static @Nullable YamlNode node(String document, Mistakes mistakes) {
        try {
            return YamlReader.read(new StringReader(document), NAME, mistakes);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can be read", e);
        }
    }
}
