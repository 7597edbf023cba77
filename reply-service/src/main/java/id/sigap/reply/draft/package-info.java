/** What we answer: the text of a draft, from templates and what triage understood. */
@NullMarked
package id.sigap.reply.draft;

import org.jspecify.annotations.NullMarked;
