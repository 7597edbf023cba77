/** The unguessable token with which a citizen, and nobody else, follows a conversation. */
@NullMarked
package id.sigap.contracts.tracking;

import org.jspecify.annotations.NullMarked;
