/** Finds which of the agency's topics a message speaks of, by the words that the directory lists. */
@NullMarked
package id.sigap.triage.topic;

import org.jspecify.annotations.NullMarked;
