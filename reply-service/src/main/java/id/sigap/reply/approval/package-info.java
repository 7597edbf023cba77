/** Who may release an answer: submissions, approvals bound to one text, and what voids them. */
@NullMarked
package id.sigap.reply.approval;

import org.jspecify.annotations.NullMarked;
