package id.sigap.runtime.http;

import jakarta.enterprise.context.ApplicationScoped;

/** Placeholder of the headers. */
@ApplicationScoped
public class SecurityHeaders {}
