package dev.squall.shell.docs;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All entries in one file beside the classes that read it. Their texts one after the other and not
 * JSON: the first {@code ?word} of a session waits for them, and binding JSON takes a cold JVM more
 * than ten times as long.
 */
final class EntryFile {
  static final String NAME = "entries.bin";

  private EntryFile() {}

  static List<Entry> ofClassPath() {
    try (var in = EntryFile.class.getResourceAsStream(NAME)) {
      if (in == null) {
        throw new IllegalStateException(
            "built without its documentation: ./mvnw process-classes -pl repl -am makes it");
      }
      var data = new DataInputStream(new ByteArrayInputStream(in.readAllBytes()));
      return list(data, EntryFile::entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(List<Entry> entries, Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      write(out, entries, EntryFile::write);
    }
  }

  /** Reads one of a list. */
  private interface Reading<T> {
    T from(DataInput in) throws IOException;
  }

  /** Writes one of a list. */
  private interface Writing<T> {
    void to(DataOutput out, T one) throws IOException;
  }

  private static <T> List<T> list(DataInput in, Reading<T> reading) throws IOException {
    int size = in.readUnsignedShort();
    var list = new ArrayList<T>(size);
    for (int i = 0; i < size; i++) {
      list.add(reading.from(in));
    }
    return list;
  }

  private static <T> void write(DataOutput out, List<T> list, Writing<T> writing)
      throws IOException {
    out.writeShort(list.size());
    for (var one : list) {
      writing.to(out, one);
    }
  }

  private static Entry entry(DataInput in) throws IOException {
    return new Entry(
        Entry.Kind.valueOf(in.readUTF()),
        in.readUTF(),
        in.readUTF(),
        in.readUTF(),
        list(in, DataInput::readUTF),
        list(in, DataInput::readUTF),
        in.readUTF(),
        in.readUTF(),
        in.readUTF(),
        list(in, EntryFile::note),
        in.readUTF(),
        list(in, EntryFile::note),
        in.readUTF());
  }

  private static void write(DataOutput out, Entry entry) throws IOException {
    out.writeUTF(entry.kind().name());
    out.writeUTF(entry.room());
    out.writeUTF(entry.owner());
    out.writeUTF(entry.name());
    write(out, entry.types(), DataOutput::writeUTF);
    write(out, entry.supertypes(), DataOutput::writeUTF);
    out.writeUTF(entry.signature());
    out.writeUTF(entry.summary());
    out.writeUTF(entry.body());
    write(out, entry.parameters(), EntryFile::write);
    out.writeUTF(entry.returns());
    write(out, entry.failures(), EntryFile::write);
    out.writeUTF(entry.example());
  }

  private static Entry.Note note(DataInput in) throws IOException {
    return new Entry.Note(in.readUTF(), in.readUTF());
  }

  private static void write(DataOutput out, Entry.Note note) throws IOException {
    out.writeUTF(note.name());
    out.writeUTF(note.text());
  }
}
