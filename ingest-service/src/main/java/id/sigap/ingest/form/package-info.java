/** The form for citizens on the ministry's own site. */
@NullMarked
package id.sigap.ingest.form;

import org.jspecify.annotations.NullMarked;
