package id.sigap.metrics.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of the wait was approval.
 *
 * @param share ms in approval ÷ ms to the first response, of the answered turns, exactly; null if none was answered
 * @param levels each level apart
 */
public record ApprovalFigures(@Nullable Double share, List<Level> levels) {
    /**
     * Approvals of one level, of answers that ended a turn.
     *
     * @param level from 1
     * @param share their time ÷ the time to all first responses; from rounded times; null if none was answered
     * @param wall by the wall clock
     * @param working by the clock of the turn's unit, where its calendar says
     */
    public record Level(int level, @Nullable Double share, Delay wall, Delay working) {}
}
