/** The WhatsApp Cloud API: its signature, its batches and its kinds of messages. */
@NullMarked
package id.sigap.ingest.whatsapp;

import org.jspecify.annotations.NullMarked;
