package dev.squall.shell.eval;

import java.io.ByteArrayInputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Puts a look at {@link Stops} before every method's code and before every jump backwards, and
 * takes the process's end out of a snippet's hands.
 */
final class Weaver {
  private static final ClassDesc STOPS = Stops.class.describeConstable().orElseThrow();

  private final ClassFile files;

  /**
   * For classes of a loader.
   *
   * @param declared those that it is about to define: code of one may lead to the types of another
   */
  Weaver(ClassLoader loader, Map<String, byte[]> declared) {
    var pending =
        ClassHierarchyResolver.ofResourceParsing((ClassDesc type) -> {
          var bytes = declared.get(name(type));
          return bytes == null ? null : new ByteArrayInputStream(bytes);
        });
    this.files =
        ClassFile.of(
            ClassHierarchyResolverOption.of(
                pending
                    .orElse(ClassHierarchyResolver.defaultResolver())
                    .orElse(ClassHierarchyResolver.ofClassLoading(loader))));
  }

  private static String name(ClassDesc type) {
    var descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
  }

  byte[] weave(byte[] bytes) {
    return files.transformClass(
        files.parse(bytes),
        ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Looks::new)));
  }

  private static final class Looks implements CodeTransform {
    private final Set<Label> passed = new HashSet<>();

    @Override
    public void atStart(CodeBuilder code) {
      look(code);
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      if (element instanceof LabelTarget target) {
        passed.add(target.label());
      } else if (isBackwards(element)) {
        look(code);
      }
      if (element instanceof InvokeInstruction call && endsProcess(call)) {
        exit(code, call);
      } else {
        code.with(element);
      }
    }

    private static boolean endsProcess(InvokeInstruction call) {
      var owner = call.owner().asInternalName();
      var name = call.name().stringValue();
      return switch (owner) {
        case "java/lang/System" -> name.equals("exit");
        case "java/lang/Runtime" -> name.equals("exit") || name.equals("halt");
        default -> false;
      };
    }

    /** The same arguments, the runtime among them, to who refuses it. */
    private static void exit(CodeBuilder code, InvokeInstruction call) {
      var type =
          call.owner().asInternalName().equals("java/lang/System")
              ? call.typeSymbol()
              : call.typeSymbol().insertParameterTypes(0, call.owner().asSymbol());
      code.invokestatic(STOPS, "exit", type);
    }

    private boolean isBackwards(CodeElement element) {
      return switch (element) {
        case BranchInstruction jump -> passed.contains(jump.target());
        case TableSwitchInstruction jump ->
            passed.contains(jump.defaultTarget())
                || jump.cases().stream().anyMatch(one -> passed.contains(one.target()));
        case LookupSwitchInstruction jump ->
            passed.contains(jump.defaultTarget())
                || jump.cases().stream().anyMatch(one -> passed.contains(one.target()));
        default -> false;
      };
    }

    private static void look(CodeBuilder code) {
      code.invokestatic(STOPS, "check", ConstantDescs.MTD_void);
    }
  }
}
