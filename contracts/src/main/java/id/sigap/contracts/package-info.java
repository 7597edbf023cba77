/** The words, ids and topics that all services share. Depends on Jackson and JSpecify only. */
@NullMarked
package id.sigap.contracts;

import org.jspecify.annotations.NullMarked;
