package dev.squall.plan;

import dev.squall.plan.Segment.Escape;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.scenario.Body;
import dev.squall.scenario.ContentTypes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a request carries, in segments. */
final class BodyCompiler {
  private final TemplateCompiler templates;
  private final BodyFiles files;
  private final String step;
  private final Consumer<Problem> problems;

  /**
   * A compiled body.
   *
   * @param segments its bytes
   * @param type its content type, where it has one
   */
  record Content(Segments segments, Optional<String> type) {
    private static Content of(Segments segments, String type) {
      return new Content(segments, Optional.of(type));
    }

    boolean isEmpty() {
      return segments.size() == 0;
    }
  }

  BodyCompiler(
      TemplateCompiler templates, BodyFiles files, String step, Consumer<Problem> problems) {
    this.templates = templates;
    this.files = files;
    this.step = step;
    this.problems = problems;
  }

  Content compile(Body body) {
    var of = step + ", body";
    return switch (body) {
      case Body.None() -> new Content(Segments.NONE, Optional.empty());
      case Body.Text(var text) -> {
        var to = new SegmentsBuilder();
        templates.text(text, Escape.NONE, of, to);
        yield Content.of(to.build(), "text/plain; charset=utf-8");
      }
      case Body.Json(var text) -> {
        var to = new SegmentsBuilder();
        templates.json(text, of, to);
        yield Content.of(to.build(), "application/json");
      }
      case Body.Form(var fields) -> Content.of(form(fields), "application/x-www-form-urlencoded");
      case Body.WrittenForm(var text) -> {
        var to = new SegmentsBuilder();
        templates.text(text, Escape.FORM, of, to);
        yield Content.of(to.build(), "application/x-www-form-urlencoded");
      }
      case Body.Binary binary ->
          Content.of(Segments.of(binary.bytes()), "application/octet-stream");
      case Body.FromFile(var path, var type) ->
          Content.of(
              files.content(path, Position.in(of), problems).orElse(Segments.NONE),
              type.orElseGet(() -> ContentTypes.of(path)));
      case Body.Multipart(var parts) -> multipart(parts);
    };
  }

  private Segments form(List<Body.Field> fields) {
    var to = new SegmentsBuilder();
    for (int i = 0; i < fields.size(); i++) {
      var field = fields.get(i);
      to.text(i == 0 ? "" : "&")
          .text(URLEncoder.encode(field.name(), StandardCharsets.UTF_8))
          .text("=");
      templates.form(field.value(), step + ", field " + field.name(), to);
    }
    return to.build();
  }

  private Content multipart(List<Body.Part> parts) {
    var text = new MultipartText();
    long constant = 0;
    for (var part : parts) {
      switch (part) {
        case Body.TextPart(var name, var value, var type) -> {
          checkType(name, type);
          var to = new SegmentsBuilder();
          templates.text(value, Escape.NONE, step + ", part " + name, to);
          text.text(name, type, to.build());
        }
        case Body.TextFilePart(var name, var path, var type) -> {
          checkType(name, type);
          var content = content(name, path);
          constant += content.constantBytes().length;
          text.text(name, type, constant <= BodyFiles.LARGEST ? content : Segments.NONE);
        }
        case Body.FilePart file -> {
          checkType(file.name(), file.type());
          var content = content(file.name(), file.path());
          constant += content.constantBytes().length;
          text.file(file, constant <= BodyFiles.LARGEST ? content : Segments.NONE);
        }
      }
    }
    if (constant > BodyFiles.LARGEST) {
      problems.accept(
          new Problem(
              Position.in(step + ", body"),
              "the files of its parts hold " + constant + " bytes",
              "a body is read into memory and holds at most 1 GiB"));
    }
    var boundary = text.boundary();
    return Content.of(text.body(boundary), "multipart/form-data; boundary=" + boundary);
  }

  private Segments content(String part, String path) {
    return files
        .content(path, Position.in(step + ", part " + part), problems)
        .orElse(Segments.NONE);
  }

  private void checkType(String part, Optional<String> type) {
    type.filter(text -> !HeadCompiler.isOneLine(text))
        .ifPresent(_ ->
            problems.accept(
                HeadCompiler.notOneLine(Position.in(step + ", part " + part), "Content-Type")));
  }
}
