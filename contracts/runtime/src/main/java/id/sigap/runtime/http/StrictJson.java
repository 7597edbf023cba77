package id.sigap.runtime.http;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.contracts.cloudevent.EventJson;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/**
 * JSON over HTTP agrees with the events (times in UTC with milliseconds) and is not guessed at: a name that stands twice
 * and anything after the end are refused. Fields that are not known are ignored.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(EventJson.times());
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
    }

    /** After Quarkus' own, so that the times of events win. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }
}
