package dev.squall.shell.eval;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.DebugElementsOption;
import java.lang.classfile.ClassFile.LineNumbersOption;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.LineNumber;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalInt;

/**
 * A class as it was compiled, apart from where its lines stand: an import moves those and nothing
 * else.
 *
 * @param code of everything but lines and names for debuggers, as a digest
 * @param firstLine the least line of its code; 0 where it has none
 */
record Wrapper(String code, int firstLine) {

  static Wrapper of(byte[] bytes) {
    var plain = ClassFile.of(LineNumbersOption.DROP_LINE_NUMBERS, DebugElementsOption.DROP_DEBUG);
    var files = ClassFile.of();
    var lines =
        files.parse(bytes).methods().stream()
            .map(Wrapper::firstLine)
            .flatMapToInt(OptionalInt::stream)
            .min();
    return new Wrapper(
        digest(
            plain.transformClass(
                plain.parse(bytes),
                java.lang.classfile.ClassTransform.transformingMethodBodies(
                    (code, element) -> code.with(element)))),
        lines.orElse(0));
  }

  private static OptionalInt firstLine(MethodModel method) {
    return method.code().stream()
        .flatMap(CodeModel::elementStream)
        .filter(LineNumber.class::isInstance)
        .mapToInt(element -> ((LineNumber) element).line())
        .min();
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
