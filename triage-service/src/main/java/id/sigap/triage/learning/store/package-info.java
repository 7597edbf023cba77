/** Keeps corrections and models in PostgreSQL, in the service's own schema; no message waits for it. */
@NullMarked
package id.sigap.triage.learning.store;

import org.jspecify.annotations.NullMarked;
