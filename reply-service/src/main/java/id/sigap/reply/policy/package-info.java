/** Whether an answer goes out by itself, after an undo window, or after approvals. */
@NullMarked
package id.sigap.reply.policy;

import org.jspecify.annotations.NullMarked;
