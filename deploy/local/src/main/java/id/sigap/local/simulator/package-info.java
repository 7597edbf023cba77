/**
 * The channel simulator: it stands where WhatsApp, Telegram and the web's citizens stand, sends real signed webhooks to
 * ingest, offers the vendors' send endpoints to reply, and remembers every message that it accepted.
 */
@NullMarked
package id.sigap.local.simulator;

import org.jspecify.annotations.NullMarked;
