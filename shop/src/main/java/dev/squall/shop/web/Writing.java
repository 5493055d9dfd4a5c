package dev.squall.shop.web;

import dev.squall.shop.behaviour.Bandwidth;
import dev.squall.shop.behaviour.Conduct;
import dev.squall.shop.behaviour.Course;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;

/** How answers get onto the wire. */
final class Writing {

  private static final String SERVICE_TIME = "X-Service-Time-Us";

  private Writing() {}

  /** Sets status and headers; returns the service time so far, in microseconds. */
  static long head(Answer answer, Request request, Response response) {
    var micros = stamp(request, response);
    response.setStatus(answer.status());
    var headers = response.getHeaders();
    for (var header : answer.headers()) {
      headers.add(header);
    }
    return micros;
  }

  /** Puts the service time so far into the answer's headers, and returns it in microseconds. */
  static long stamp(Request request, Response response) {
    var micros = micros(request);
    response.getHeaders().put(new HttpField(SERVICE_TIME, Long.toString(micros)));
    return micros;
  }

  /** The service time so far, in microseconds. */
  static long micros(Request request) {
    return (System.nanoTime() - request.getHeadersNanoTime()) / 1_000;
  }

  /** Sends the body, and with its first byte the head. */
  static void body(
      Body body,
      Bandwidth bandwidth,
      Conduct conduct,
      Request request,
      Response response,
      Callback callback) {
    body(body, bandwidth, conduct.course(), request, response, callback);
  }

  /** The same on the course of a request, which goes on where the body ends. */
  static void body(
      Body body,
      Bandwidth bandwidth,
      Course course,
      Request request,
      Response response,
      Callback callback) {
    switch (body) {
      // Nothing to slow down; and a 204 must not have the length that pieces would give it.
      case Body.Whole(var bytes) when bandwidth.isUnlimited() || bytes.length == 0 ->
          Write.begin(true, ByteBuffer.wrap(bytes), course, response, callback);
      case Body.Whole(var bytes) -> {
        var piece = new Body.Piece(ByteBuffer.wrap(bytes), 0);
        var pieces = new Body.Pieces(bytes.length, () -> List.of(piece).iterator());
        pieces(pieces, bandwidth, course, request, response, callback);
      }
      case Body.Pieces pieces -> pieces(pieces, bandwidth, course, request, response, callback);
    }
  }

  private static void pieces(
      Body.Pieces body,
      Bandwidth bandwidth,
      Course course,
      Request request,
      Response response,
      Callback callback) {
    if (body.length() != Body.UNKNOWN) {
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length());
    }
    if (request.getMethod().equals("HEAD")) {
      // Ended by its first write, an unknown length would be told as 0 (RFC 9110 §8.6).
      var isLast = body.length() != Body.UNKNOWN;
      var next = isLast ? callback : ending(response, callback);
      Write.begin(isLast, ByteBuffer.allocate(0), course, response, next);
      return;
    }
    var pieces = body.pieces().get();
    var paced = bandwidth.isUnlimited() ? pieces : new Paced(pieces, bandwidth);
    new PieceWriter(paced, course, response, callback).iterate();
  }

  private static Callback ending(Response response, Callback callback) {
    return Callback.from(
        InvocationType.NON_BLOCKING,
        () -> response.write(true, ByteBuffer.allocate(0), callback),
        callback::failed);
  }
}
