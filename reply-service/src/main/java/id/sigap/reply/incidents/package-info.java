/** Incidents with their citizens' cases, and statements on their way from one approved text to every one of them. */
@NullMarked
package id.sigap.reply.incidents;

import org.jspecify.annotations.NullMarked;
