/** The page for people: responsiveness and the ledger in plain Indonesian or English, without a script. */
@NullMarked
package id.sigap.metrics.page;

import org.jspecify.annotations.NullMarked;
