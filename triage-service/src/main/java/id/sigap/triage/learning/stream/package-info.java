/** Takes people's corrections from the events of cases. */
@NullMarked
package id.sigap.triage.learning.stream;

import org.jspecify.annotations.NullMarked;
