/** When learning happens, and on which thread. */
@NullMarked
package id.sigap.triage.learning.run;

import org.jspecify.annotations.NullMarked;
