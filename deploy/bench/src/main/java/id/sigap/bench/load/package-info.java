/** Simulated citizens: signed webhooks, at a fixed open-loop rate or as fast as the whole way drains. */
@NullMarked
package id.sigap.bench.load;

import org.jspecify.annotations.NullMarked;
