/** Learns from people's corrections: decides what is learned, whether it is better, and which model is in force. */
@NullMarked
package id.sigap.triage.learning;

import org.jspecify.annotations.NullMarked;
