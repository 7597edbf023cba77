package id.sigap.contracts.directory;

import java.util.List;

/**
 * What one file of the directory may hold; every part may be absent.
 *
 * @param agencies agencies
 * @param calendars working calendars
 * @param channels channel profiles
 */
record DirectoryFile(List<Agency> agencies, List<WorkingCalendar> calendars, List<ChannelProfile> channels) {
    DirectoryFile {
        agencies = agencies == null ? List.of() : List.copyOf(agencies);
        calendars = calendars == null ? List.of() : List.copyOf(calendars);
        channels = channels == null ? List.of() : List.copyOf(channels);
    }
}
