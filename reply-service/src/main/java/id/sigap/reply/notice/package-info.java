/** Decides who is told of an alert and when, and words what they are told. Pure. */
@NullMarked
package id.sigap.reply.notice;

import org.jspecify.annotations.NullMarked;
