package dev.squall.shell.display;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Text of a value on a narrow terminal. */
class DisplaysTest {
  private static final View NARROW = new View(20, 24, false, false);

  /** A result of ours: its class is of Squall. */
  private record Said(String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  private static String shown(Object value) {
    return new Displays().show(value, NARROW).text();
  }

  @Test
  void sentencesOfOursAreBrokenBetweenWords() {
    assertThat(shown(new Said("  the slowest twenty are explained here\nshort\n")))
        .isEqualTo("  the slowest twenty\n    are explained\n    here\nshort\n");
  }

  @Test
  void columnsAndWordsThatAreTooLongStayAsTheyAre() {
    var columns = "p50  1.9 ms  and more than fits";
    assertThat(shown(new Said(columns))).isEqualTo(columns);
    assertThat(shown(new Said("http://localhost:8089/products")))
        .isEqualTo("http://localhost:8089/products");
  }

  @Test
  void whatIsNotOursIsShownAsItIs() {
    var text = "a text of somebody, and longer than the line";
    assertThat(shown(text)).isEqualTo(text);
  }
}
