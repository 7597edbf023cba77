/** Decides what a message is: complaint, question, praise, other or spam. */
@NullMarked
package id.sigap.triage.kind;

import org.jspecify.annotations.NullMarked;
