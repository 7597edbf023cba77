/** The whole service, on real PostgreSQL, Kafka and Keycloak. */
@NullMarked
package id.sigap.ingest;

import org.jspecify.annotations.NullMarked;
