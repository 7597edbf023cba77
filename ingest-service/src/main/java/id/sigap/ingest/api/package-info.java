/** What other systems of the ministry send: single messages, whole files and posts. */
@NullMarked
package id.sigap.ingest.api;

import org.jspecify.annotations.NullMarked;
