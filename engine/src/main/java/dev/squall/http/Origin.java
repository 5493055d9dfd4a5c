package dev.squall.http;

/**
 * A server as one virtual user sees it: whoever speaks to it sees exchanges, never a connection.
 * Connections stay open between exchanges as the settings say. Threads of the same user (parallel
 * branches) may exchange at the same time; each exchange then has a connection of its own.
 */
public sealed interface Origin extends AutoCloseable permits Http1Origin {

  /**
   * Sends a request and hands its answer to the sink. Blocks the calling thread, which should be a
   * virtual one, until {@link ResponseSink#end} or {@link ResponseSink#failed} has been called;
   * throws nothing for what a server or a network does. Interrupting the thread ends the exchange
   * with {@link FailureKind#CLOSED}.
   */
  void exchange(RenderedRequest request, Deadline deadline, ResponseSink sink);

  /**
   * Closes all connections, from any thread. An exchange in flight ends at once with {@link
   * FailureKind#CLOSED}, and so does every later one.
   */
  @Override
  void close();
}
