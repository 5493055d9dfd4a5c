package dev.squall.shell.eval;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.DebugElementsOption;
import java.lang.classfile.ClassFile.LineNumbersOption;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ConstantDescs;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.IntStream;

/**
 * A class as it was compiled, apart from where it stands: an import moves all of its lines alike
 * and nothing else.
 *
 * @param code of everything but names for debuggers, lines counted from the first, as a digest
 * @param firstLine the least line of its code; 0 where it has none
 * @param initializer whether it has code that is performed once, when it is first used
 */
record Wrapper(String code, int firstLine, boolean initializer) {

  static Wrapper of(byte[] bytes) {
    var plain = ClassFile.of(LineNumbersOption.DROP_LINE_NUMBERS, DebugElementsOption.DROP_DEBUG);
    var model = ClassFile.of().parse(bytes);
    var lines = model.methods().stream().flatMapToInt(Wrapper::lines).toArray();
    int first = IntStream.of(lines).min().orElse(0);
    var code =
        plain.transformClass(
            plain.parse(bytes),
            ClassTransform.transformingMethodBodies((into, element) -> into.with(element)));
    return new Wrapper(
        digest(code, lines, first),
        first,
        model.methods().stream()
            .anyMatch(method -> method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME)));
  }

  private static IntStream lines(MethodModel method) {
    return method.code().stream()
        .flatMap(CodeModel::elementStream)
        .filter(LineNumber.class::isInstance)
        .mapToInt(element -> ((LineNumber) element).line());
  }

  private static String digest(byte[] code, int[] lines, int first) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(code);
      for (int line : lines) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, line - first));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
