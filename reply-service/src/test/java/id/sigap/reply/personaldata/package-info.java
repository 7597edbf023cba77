@NullMarked
package id.sigap.reply.personaldata;

import org.jspecify.annotations.NullMarked;
