package id.sigap.runtime.http;

import jakarta.enterprise.context.ApplicationScoped;

/** Placeholder of the guard. */
@ApplicationScoped
public class PathGuard {}
