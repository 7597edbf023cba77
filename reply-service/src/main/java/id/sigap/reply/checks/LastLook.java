package id.sigap.reply.checks;

import id.sigap.contracts.Visibility;
import id.sigap.contracts.directory.Agency;
import id.sigap.contracts.directory.ReplyCheck;
import id.sigap.reply.personaldata.PersonalDataScan;

/**
 * The look at a text in the moment of its sending, at what may have changed since people looked: the conversation is
 * public by now, or the agency publishes a number no longer. The reply window is looked at beside it.
 */
public final class LastLook {
    private LastLook() {}

    /** Whether the text may leave: nothing of a person in public, where the agency has that block a reply. */
    public static boolean passes(Agency agency, Visibility visibility, String body) {
        if (visibility != Visibility.PUBLIC
                || agency.severity(ReplyCheck.PERSONAL_DATA) != ReplyCheck.Severity.BLOCKING) {
            return true;
        }
        CheckedAgency checked = CheckedAgency.of(agency);
        return PersonalDataScan.find(body).stream()
                .allMatch(found -> checked.publishes(body.substring(found.start(), found.end())));
    }
}
