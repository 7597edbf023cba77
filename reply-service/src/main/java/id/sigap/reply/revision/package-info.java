/** What changed between two texts of an answer, word by word. */
@NullMarked
package id.sigap.reply.revision;

import org.jspecify.annotations.NullMarked;
