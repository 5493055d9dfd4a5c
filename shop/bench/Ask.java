import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/**
 * Users who ask one after the other with the JDK's client; prints p50, p90 and p99 of their response
 * times in ms. (wrk adds made-up times to its own wherever one is longer than the mean.)
 */
class Ask {
  void main(String[] args) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(args[0])).build();
    var users = Integer.parseInt(args[1]);
    var seconds = Integer.parseInt(args[2]);
    var times = new ConcurrentLinkedQueue<Long>();
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      // The first second is for connecting and for the JIT compiler.
      var counts = System.nanoTime() + 1_000_000_000L;
      var end = counts + seconds * 1_000_000_000L;
      for (var i = 0; i < users; i++) {
        var _ =
            threads.submit(
                () -> {
                  for (var began = System.nanoTime(); began < end; began = System.nanoTime()) {
                    client.send(request, BodyHandlers.discarding());
                    if (began > counts) {
                      times.add(System.nanoTime() - began);
                    }
                  }
                  return null;
                });
      }
    }
    var sorted = times.stream().mapToLong(t -> t).toArray();
    Arrays.sort(sorted);
    IO.println(
        "%.2f %.2f %.2f"
            .formatted(
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 90 / 100] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6));
  }
}
