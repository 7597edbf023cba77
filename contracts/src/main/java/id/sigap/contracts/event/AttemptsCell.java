package id.sigap.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Answered turns in which a citizen wrote equally often before the first response.
 *
 * @param messages how many messages; 100 stands for more, too
 * @param count how many turns
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttemptsCell(int messages, long count) {}
