package id.sigap.contracts.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads a directory from its files, whole, and refuses it with every mistake named: file, line, field and a sentence.
 * Strict on purpose: a field that is misspelt and therefore ignored would send a citizen's message to the wrong desk.
 */
public final class DirectoryLoader {
    private DirectoryLoader() {}

    /**
     * Reads all {@code *.yaml} files of a folder as one directory. Other files, hidden files and folders are ignored.
     *
     * @throws DirectoryException if anything is wrong with it, with all mistakes
     * @throws IOException if the folder or a file cannot be read
     */
    public static Directory load(Path folder) throws DirectoryException, IOException {
        Mistakes mistakes = new Mistakes();
        List<YamlNode> contents = new ArrayList<>();
        List<Path> files = files(folder);
        for (Path file : files) {
            YamlNode content = YamlReader.read(file, mistakes);
            if (content != null) {
                contents.add(content);
            }
        }
        RecordReader records = new RecordReader(mistakes);
        List<Agency> agencies = new ArrayList<>();
        List<WorkingCalendar> calendars = new ArrayList<>();
        List<ChannelProfile> channels = new ArrayList<>();
        for (YamlNode content : contents) {
            DirectoryFile file = records.read(content, DirectoryFile.class);
            if (file != null) {
                agencies.addAll(file.agencies());
                calendars.addAll(file.calendars());
                channels.addAll(file.channels());
            }
        }
        new DirectoryCheck(mistakes).check(contents);
        if (mistakes.none() && agencies.isEmpty()) {
            mistakes.add(folder.toString(), 1, "", nothing(files));
        }
        if (!mistakes.none()) {
            throw new DirectoryException(mistakes.inOrder());
        }
        return new Directory(agencies, calendars, channels);
    }

    private static String nothing(List<Path> files) {
        return files.isEmpty() ? "the folder holds no .yaml file" : "no file declares an agency";
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(DirectoryLoader::belongs).sorted().toList();
        }
    }

    private static boolean belongs(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.endsWith(".yaml") && !name.startsWith(".") && Files.isRegularFile(path);
    }
}
