/** Hands approvals on that nobody gives in time, over all instances and across restarts. */
@NullMarked
package id.sigap.reply.delegation;

import org.jspecify.annotations.NullMarked;
