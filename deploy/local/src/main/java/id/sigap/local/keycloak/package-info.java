/** A real Keycloak as a child process with the realm that Sigap needs. */
@NullMarked
package id.sigap.local.keycloak;

import org.jspecify.annotations.NullMarked;
