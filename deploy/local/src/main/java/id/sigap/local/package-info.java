/** The whole system on one machine without containers: for a person who starts it and for the tests. */
@NullMarked
package id.sigap.local;

import org.jspecify.annotations.NullMarked;
