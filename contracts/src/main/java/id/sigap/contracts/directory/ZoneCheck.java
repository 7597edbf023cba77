package id.sigap.contracts.directory;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Checks that a zone is one of the IANA database. */
final class ZoneCheck {
    private ZoneCheck() {}

    static void check(@Nullable YamlNode node, Mistakes mistakes) {
        if (node != null
                && node.shape() == YamlNode.Shape.TEXT
                && !node.scalar().isBlank()
                && !ZoneId.getAvailableZoneIds().contains(node.scalar())) {
            mistakes.add(
                    node,
                    "there is no zone " + node.scalar()
                            + Spelling.suggestion(node.scalar(), ZoneId.getAvailableZoneIds())
                            + "; Indonesia has Asia/Jakarta, Asia/Makassar and Asia/Jayapura");
        }
    }
}
