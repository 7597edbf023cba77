/** What arrived, read strictly and turned into events; knows no HTTP and no database. */
@NullMarked
package id.sigap.ingest.intake;

import org.jspecify.annotations.NullMarked;
