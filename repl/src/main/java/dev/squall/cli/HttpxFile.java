package dev.squall.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A {@code .httpx} file on the command line. */
record HttpxFile(Path path, String text) {

  static HttpxFile read(Path path, CommandLine command) {
    try {
      var bytes = ByteBuffer.wrap(Files.readAllBytes(path));
      return new HttpxFile(path, StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException e) {
      throw new ParameterException(command, path + " is no text in UTF-8", e);
    } catch (NoSuchFileException e) {
      throw new ParameterException(command, "there is no file " + path, e);
    } catch (AccessDeniedException e) {
      throw new ParameterException(command, "no right to read " + path, e);
    } catch (IOException e) {
      throw new ParameterException(command, path + " cannot be read: " + e.getMessage(), e);
    }
  }

  String source() {
    return path.toString();
  }
}
