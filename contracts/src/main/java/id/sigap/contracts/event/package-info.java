/** Everything that happens, as it travels between the services: one record per CloudEvents type. */
@NullMarked
package id.sigap.contracts.event;

import org.jspecify.annotations.NullMarked;
