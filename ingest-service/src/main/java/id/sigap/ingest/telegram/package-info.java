/** The Telegram Bot API: its secret header and its updates. */
@NullMarked
package id.sigap.ingest.telegram;

import org.jspecify.annotations.NullMarked;
