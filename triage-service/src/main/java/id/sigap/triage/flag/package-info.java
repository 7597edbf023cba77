/** Says what a message is beside its kind: a suggestion, a report of abuse of office, or thanks and nothing else. */
@NullMarked
package id.sigap.triage.flag;

import org.jspecify.annotations.NullMarked;
