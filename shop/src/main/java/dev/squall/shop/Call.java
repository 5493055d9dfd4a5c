package dev.squall.shop;

import org.eclipse.jetty.server.Request;

/**
 * One request as a route sees it: the last part of its path where that is a parameter, and its
 * body.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only read
record Call(Request request, String parameter, byte[] body) {

  Query query() {
    return Query.of(request);
  }

  /**
   * @throws Refusal 400 when the body is no JSON object
   */
  Fields fields() {
    return Fields.of(body);
  }
}
