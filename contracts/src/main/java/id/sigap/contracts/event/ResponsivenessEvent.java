package id.sigap.contracts.event;

import id.sigap.contracts.Topics;

/** A figure that changed. Travels on {@link Topics#RESPONSIVENESS}. */
public sealed interface ResponsivenessEvent extends SigapEvent permits ResponsivenessBucket {}
