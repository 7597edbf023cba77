package id.sigap.runtime.http;

import id.sigap.runtime.problem.ProblemException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** A resource that takes a body gets one: neither an empty request nor JSON {@code null} reaches it as a null. */
@Provider
public class RequiredBody implements ReaderInterceptor {
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body == null) {
            throw ProblemException.badRequest("body", "The body is missing.");
        }
        return body;
    }
}
