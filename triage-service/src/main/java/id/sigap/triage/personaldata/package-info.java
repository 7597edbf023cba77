/** Finds personal data in a text, so that it can be masked: identity numbers, phones, addresses, plates, cards. */
@NullMarked
package id.sigap.triage.personaldata;

import org.jspecify.annotations.NullMarked;
