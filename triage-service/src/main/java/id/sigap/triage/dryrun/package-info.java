/** Shows operators their routing rules: what is odd about them, and where past messages would go by others. */
@NullMarked
package id.sigap.triage.dryrun;

import org.jspecify.annotations.NullMarked;
