/** One citizen on several channels, within one agency: found by contact, or linked by a person; never guessed. */
@NullMarked
package id.sigap.reply.citizens;

import org.jspecify.annotations.NullMarked;
