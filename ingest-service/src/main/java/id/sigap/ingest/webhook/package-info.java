/** What all webhooks do alike: cap the body, keep everything, and only then answer. */
@NullMarked
package id.sigap.ingest.webhook;

import org.jspecify.annotations.NullMarked;
