/** The agencies' own texts, and how a case becomes a draft with them. */
@NullMarked
package id.sigap.reply.templates;

import org.jspecify.annotations.NullMarked;
