/** The declared world: agencies, units, accounts, calendars, targets, routing rules and reply policies. */
@NullMarked
package id.sigap.contracts.directory;

import org.jspecify.annotations.NullMarked;
