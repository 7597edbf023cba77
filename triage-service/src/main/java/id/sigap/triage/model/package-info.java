/** The classifier in force, and what may be known of it. */
@NullMarked
package id.sigap.triage.model;

import org.jspecify.annotations.NullMarked;
