/** One answer for the many citizens of an incident: what it may say, who gets it and in which words. */
@NullMarked
package id.sigap.reply.statement;

import org.jspecify.annotations.NullMarked;
