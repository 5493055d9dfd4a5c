package dev.squall.shell.docs;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Reads doc comments out of sources. Sources are parsed only, so they need no class path. */
final class Extraction {
  private Extraction() {}

  /** The entries of all that is public in the sources. */
  static List<Entry> of(Iterable<? extends JavaFileObject> sources) {
    var task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, ignored -> {}, List.of("-proc:none"), null, sources);
    try {
      var files =
          StreamSupport.stream(task.parse().spliterator(), false)
              .<CompilationUnitTree>map(file -> file)
              .toList();
      var trees = DocTrees.instance(task);
      var constants = constants(files);
      return files.stream()
          .flatMap(file -> SourceEntries.of(file, trees, constants).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The entry that one comment makes, without the sources around it. */
  static Entry of(String signature, String comment) {
    var asked = Asked.of(signature);
    var source = "/** " + comment.replace("*/", "*&#47;") + "\n*/ public class Elsewhere {}";
    var described = of(List.of(new SourceText(source))).getFirst();
    return new Entry(
        Entry.Kind.METHOD,
        asked.room(),
        asked.owner(),
        asked.name(),
        asked.types().orElse(List.of()),
        List.of(),
        Signatures.plain(signature),
        described.summary(),
        described.body(),
        described.parameters(),
        described.returns(),
        described.failures(),
        described.example());
  }

  /** The literals that {@code {@value Type#NAME}} stands for. */
  private static Map<String, String> constants(List<CompilationUnitTree> files) {
    var constants = new HashMap<String, String>();
    var enclosing = new ArrayList<String>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
        enclosing.addLast(type.getSimpleName().toString());
        super.visitClass(type, null);
        enclosing.removeLast();
        return null;
      }

      @Override
      public @Nullable Void visitVariable(VariableTree variable, @Nullable Void none) {
        if (variable.getInitializer() instanceof LiteralTree literal && !enclosing.isEmpty()) {
          constants.put(enclosing.getLast() + "." + variable.getName(), "" + literal.getValue());
        }
        return super.visitVariable(variable, null);
      }
    }.scan(files, null);
    return constants;
  }
}
