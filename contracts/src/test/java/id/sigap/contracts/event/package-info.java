/** Sample events that read like one story, for the tests of every service. */
@NullMarked
package id.sigap.contracts.event;

import org.jspecify.annotations.NullMarked;
