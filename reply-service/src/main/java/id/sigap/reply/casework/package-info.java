/** What people do to cases and replies: one transaction per act, decided by the pure rules, told as events. */
@NullMarked
package id.sigap.reply.casework;

import org.jspecify.annotations.NullMarked;
