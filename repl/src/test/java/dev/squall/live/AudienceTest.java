package dev.squall.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AudienceTest {
  private static final Frame FIRST = Frame.of("1", false);
  private static final Frame LAST = Frame.of("9", true);

  private final Audience audience = new Audience(0);

  @Test
  void placesAreLimitedAndFreeAgainWhenSomebodyLeaves() {
    for (int i = 0; i < Audience.MOST; i++) {
      assertThat(audience.enter()).isTrue();
    }
    assertThat(audience.enter()).isFalse();

    audience.leave();

    assertThat(audience.enter()).isTrue();
  }

  @Test
  void whoComesLateSeesWhatIsNowAndNothingOlder() throws Exception {
    audience.show(FIRST);
    audience.show(LAST);
    var seen = new ByteArrayOutputStream();

    audience.attend(seen);

    assertThat(seen.toString(StandardCharsets.UTF_8))
        .isEqualTo("retry: 2000\n\nevent: done\ndata: 9\n\n");
  }

  /** Takes nothing until it is interrupted, as a channel whose other end does not read. */
  private static final class Stuck extends OutputStream {
    final CountDownLatch reached = new CountDownLatch(1);

    @Override
    public void write(int b) {}

    @Override
    public void write(byte[] bytes) throws IOException {
      if (new String(bytes, StandardCharsets.UTF_8).contains("data: 1")) {
        reached.countDown();
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException e) {
          throw new IOException("closed by an interrupt", e);
        }
      }
    }
  }

  @Test
  void whoTakesNothingIsDroppedAndHoldsUpNobody() throws Exception {
    var stuck = new Stuck();
    var seen = new ByteArrayOutputStream();
    var slow = attending(stuck);
    var quick = attending(seen);
    audience.show(FIRST);
    assertThat(stuck.reached.await(20, TimeUnit.SECONDS)).isTrue();

    audience.show(LAST);

    quick.get(20, TimeUnit.SECONDS);
    assertThat(seen.toString(StandardCharsets.UTF_8)).endsWith("event: done\ndata: 9\n\n");
    assertThat(slow.handle((_, failure) -> failure).get(20, TimeUnit.SECONDS))
        .hasMessage("closed by an interrupt");
  }

  private CompletableFuture<Void> attending(OutputStream to) {
    var ended = new CompletableFuture<Void>();
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            audience.attend(to);
            ended.complete(null);
          } catch (IOException | InterruptedException e) {
            ended.completeExceptionally(e);
          }
        });
    return ended;
  }
}
