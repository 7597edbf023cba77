/** Tells people and other systems of alerts: kept in the database first, by mail in bundles, by the webhooks' courier. */
@NullMarked
package id.sigap.reply.alerts;

import org.jspecify.annotations.NullMarked;
