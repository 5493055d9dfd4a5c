package dev.squall.cli;

import dev.squall.live.ListenAddress;
import dev.squall.live.LivePage;
import dev.squall.live.MetricNamespace;
import dev.squall.live.PrometheusEndpoint;
import dev.squall.live.Snapshots;
import dev.squall.run.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What listens beside a run, from before its first request until after its report. */
final class Watching implements AutoCloseable {
  private final Duration linger;
  private final @Nullable PrintWriter screen;
  private @Nullable PrometheusEndpoint metrics;
  private @Nullable LivePage page;

  /**
   * Nothing listens yet.
   *
   * @param linger how long after the report
   * @param screen where it is said; nowhere is fine
   */
  Watching(Duration linger, @Nullable PrintWriter screen) {
    this.linger = linger;
    this.screen = screen;
  }

  /** That something cannot listen where it was told to; the message is for the user. */
  static final class Unavailable extends Exception {
    private static final long serialVersionUID = 1;

    Unavailable(String option, ListenAddress at, IOException cause) {
      super(
          option
              + " cannot listen on "
              + at.address().getHostAddress()
              + " port "
              + at.port()
              + ": "
              + cause.getMessage(),
          cause);
    }
  }

  void metrics(ListenAddress at, MetricNamespace namespace) throws Unavailable {
    try {
      var opened = PrometheusEndpoint.open(at, namespace);
      metrics = opened;
      say("Metrics for Prometheus: " + opened.url());
    } catch (IOException e) {
      throw new Unavailable("--prometheus", at, e);
    }
  }

  void page(ListenAddress at) throws Unavailable {
    try {
      var opened = LivePage.open(at);
      page = opened;
      say("Live: " + opened.url());
    } catch (IOException e) {
      throw new Unavailable("--live", at, e);
    }
  }

  /** From now on this run is watched. */
  void show(Run run) {
    var snapshots = new Snapshots(run);
    if (metrics != null) {
      metrics.show(snapshots);
    }
    if (page != null) {
      page.show(snapshots);
    }
  }

  /** The report is out: whoever wants to look at the end of it has this long. */
  void linger(Interruption interruption) {
    if (linger.isZero() || Interruption.happened()) {
      return;
    }
    say("Still to be watched for " + linger.toSeconds() + " s (Ctrl-C ends it).");
    var ended = new CountDownLatch(1);
    interruption.ends(ended::countDown);
    try {
      var _ = ended.await(linger.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void say(String line) {
    if (screen != null) {
      screen.println(line);
      screen.flush();
    }
  }

  @Override
  public void close() {
    if (metrics != null) {
      metrics.close();
    }
    if (page != null) {
      page.close();
    }
  }
}
