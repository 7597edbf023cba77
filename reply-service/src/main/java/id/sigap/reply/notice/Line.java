package id.sigap.reply.notice;

import id.sigap.contracts.event.AlertEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert as a mail tells of it, with what the desk knows of its case now.
 *
 * @param alert the alert
 * @param caseId the case; absent when it is about none, or none is known yet
 * @param number the case's number
 * @param holder who has the case; absent when nobody has
 */
public record Line(
        AlertEvent alert,
        @Nullable UUID caseId,
        @Nullable String number,
        @Nullable String holder) {}
