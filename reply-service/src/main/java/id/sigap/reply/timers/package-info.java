/** What time alone does to cases: timers that survive restarts and are run by whichever instance comes first. */
@NullMarked
package id.sigap.reply.timers;

import org.jspecify.annotations.NullMarked;
