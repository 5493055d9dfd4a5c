package dev.squall.shop.web;

import dev.squall.shop.behaviour.Course;
import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * One write. Where the connection does not take it at once, the client is slow to read: that is
 * time which passed on the course of its request, and during which its worker was busy.
 */
final class Write implements Callback {

  private final Course course;
  private final Callback then;
  // Seen by other threads late or never, but they only ask whether it is themselves.
  private @Nullable Thread caller = Thread.currentThread();

  private Write(Course course, Callback then) {
    this.course = course;
    this.then = then;
  }

  static void begin(
      boolean last, ByteBuffer bytes, Course course, Response response, Callback then) {
    var write = new Write(course, then);
    response.write(last, bytes, write);
    write.caller = null;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // threads have no other
  public void succeeded() {
    if (Thread.currentThread() != caller) {
      var _ = course.catchUp();
    }
    then.succeeded();
  }

  @Override
  public void failed(Throwable cause) {
    then.failed(cause);
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }
}
