package dev.squall.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestTextTest {

  @Test
  void aHeaderValueHoldsNoControlButTheTab() {
    for (char c = 0; c < 0x100; c++) {
      boolean safe = c == '\t' || (c >= ' ' && c != 0x7f);
      String value = "a" + c;
      byte[] bytes = Parsing.bytes(value);
      assertThat(RequestText.isSafeHeaderValue(value)).as("%d", (int) c).isEqualTo(safe);
      assertThat(RequestText.isSafeHeaderValue(bytes, 0, 2)).as("%d", (int) c).isEqualTo(safe);
      assertThat(RequestText.isSafeHeaderValue(bytes, 0, 1)).isTrue();
    }
    assertThat(RequestText.isSafeHeaderValue("")).isTrue();
    assertThat(RequestText.isSafeHeaderValue("x\r\nHost: evil")).isFalse();
  }

  @Test
  void aTargetHoldsNeitherControlNorBlank() {
    for (char c = 0; c < 0x100; c++) {
      boolean safe = c > ' ' && c != 0x7f;
      String target = "/" + c;
      byte[] bytes = Parsing.bytes(target);
      assertThat(RequestText.isSafeTarget(target)).as("%d", (int) c).isEqualTo(safe);
      assertThat(RequestText.isSafeTarget(bytes, 0, 2)).as("%d", (int) c).isEqualTo(safe);
      assertThat(RequestText.isSafeTarget(bytes, 0, 1)).isTrue();
    }
  }

  @Test
  void aHeaderNameIsAToken() {
    for (char c = 0; c < 0x200; c++) {
      boolean safe =
          c < 0x80 && (Character.isLetterOrDigit(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
      assertThat(RequestText.isSafeHeaderName("x" + c)).as("%d", (int) c).isEqualTo(safe);
    }
    assertThat(RequestText.isSafeHeaderName("")).isFalse();
  }

  @Test
  void anEndpointHasAHostAndAPort() {
    assertThat(new Endpoint("::1", 80)).hasToString("[::1]:80");
    assertThat(new Endpoint("a.test", 65_535)).hasToString("a.test:65535");
    assertThatThrownBy(() -> new Endpoint("", 80)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Endpoint("a", 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Endpoint("a", 65_536))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void settingsRefuseNonsense() {
    var minus = Duration.ofSeconds(-1);
    var settings = WireSettings.DEFAULT;
    assertThatThrownBy(() -> settings.withConnectTimeout(minus))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> settings.withIdleTimeout(minus))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> settings.withTotalTimeout(minus))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> settings.withMaxHeaderBytes(63))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(settings.withMaxHeaderBytes(64).maxHeaderBytes()).isEqualTo(64);
    assertThat(settings.withConnectTimeout(Duration.ZERO).connectTimeout()).isZero();
    assertThat(settings.withKeepAlive(KeepAlive.FRESH).pool().keepAlive())
        .isEqualTo(KeepAlive.FRESH);
  }

  @Test
  void kindsHaveLabelsForReports() {
    assertThat(FailureKind.CONNECTION_REFUSED.label()).isEqualTo("connection_refused");
    assertThat(FailureKind.DNS.label()).isEqualTo("dns");
  }

  @Test
  void aRequestIsARangeOfBytes() {
    assertThatThrownBy(() -> new RenderedRequest().bytes(new byte[3], 1, 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
    var request = new RenderedRequest().bytes(new byte[3], 1, 2).facts(true, false, true);
    assertThat(request.offset()).isEqualTo(1);
    assertThat(request.length()).isEqualTo(2);
    assertThat(request.isHead()).isTrue();
    assertThat(request.isIdempotent()).isFalse();
    assertThat(request.asksClose()).isTrue();
    assertThat(new RenderedRequest().facts(false, true, false).isIdempotent()).isTrue();
  }
}
