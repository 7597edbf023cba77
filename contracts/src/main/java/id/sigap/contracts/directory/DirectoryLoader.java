package id.sigap.contracts.directory;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads a directory from its files, whole, and refuses it with every mistake named. */
public final class DirectoryLoader {
    private static final ObjectMapper YAML = JsonMapper.builder(new YAMLFactory())
            .addModule(new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private DirectoryLoader() {}

    /**
     * Reads all {@code *.yaml} files of a folder as one directory.
     *
     * @throws DirectoryException if anything is wrong with it, with all mistakes
     * @throws IOException if the folder or a file cannot be read
     */
    public static Directory load(Path folder) throws DirectoryException, IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(path -> path.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        List<Agency> agencies = new ArrayList<>();
        List<WorkingCalendar> calendars = new ArrayList<>();
        List<ChannelProfile> channels = new ArrayList<>();
        for (Path file : files) {
            DirectoryFile content = YAML.readValue(file.toFile(), DirectoryFile.class);
            agencies.addAll(content.agencies());
            calendars.addAll(content.calendars());
            channels.addAll(content.channels());
        }
        return new Directory(agencies, calendars, channels);
    }
}
