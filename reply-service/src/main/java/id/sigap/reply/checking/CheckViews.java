package id.sigap.reply.checking;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sigap.contracts.directory.ReplyCheck;
import id.sigap.reply.checks.CheckResult;
import id.sigap.reply.checks.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one is shown of the checks. */
public final class CheckViews {
    private CheckViews() {}

    /**
     * All checks of a text.
     *
     * @param blocked whether it can be neither submitted nor approved like this
     * @param findings what was found, by check and then by place
     * @param passed the checks that found nothing
     */
    public record Report(boolean blocked, List<Found> findings, List<String> passed) {}

    /**
     * One finding.
     *
     * @param rule the check
     * @param severity blocking or advisory
     * @param code the reason, for programs
     * @param start first UTF-16 unit of the span in the text
     * @param end behind its last UTF-16 unit; equal to start when something is lacking
     * @param reason for people, in Indonesian
     * @param reasonEn the same in English
     * @param suggestion what to write instead; empty to leave it out; absent when there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Found(
            String rule,
            String severity,
            String code,
            int start,
            int end,
            String reason,
            String reasonEn,
            @Nullable String suggestion) {}

    /** Of an answer that was checked. */
    public static Report of(CheckedAnswer answer) {
        List<Found> findings = answer.results().stream()
                .flatMap(result -> result
                        .fold(
                                allowed -> List.<Found>of(),
                                found -> found.findings().stream()
                                        .map(finding -> found(found.check(), found.severity(), finding))
                                        .toList())
                        .stream())
                .toList();
        List<String> passed = answer.results().stream()
                .filter(result -> result instanceof CheckResult.Allowed)
                .map(result -> result.check().wire())
                .toList();
        return new Report(answer.blocked(), findings, passed);
    }

    private static Found found(ReplyCheck check, ReplyCheck.Severity severity, Finding finding) {
        return new Found(
                check.wire(),
                severity.wire(),
                finding.why().code(),
                finding.start(),
                finding.end(),
                finding.why().indonesian(),
                finding.why().english(),
                finding.suggestion());
    }
}
