/** Says in which language a message is written. */
@NullMarked
package id.sigap.triage.language;

import org.jspecify.annotations.NullMarked;
