package id.sigap.triage.text;

/**
 * How a text is written, apart from its words; counted before lower-casing.
 *
 * @param letters letters of any alphabet
 * @param capitals letters in upper case
 * @param exclamations exclamation marks
 * @param questions question marks
 * @param elongations words drawn out by three or more of one letter
 * @param disguises characters that only looked like a Latin letter, and invisible ones between letters
 */
public record Tone(int letters, int capitals, int exclamations, int questions, int elongations, int disguises) {}
