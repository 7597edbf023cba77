/** What operators see of models and do with them. */
@NullMarked
package id.sigap.triage.learning.api;

import org.jspecify.annotations.NullMarked;
