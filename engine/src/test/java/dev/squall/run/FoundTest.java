package dev.squall.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.run.Found.Amount;
import dev.squall.run.Found.Missing;
import dev.squall.run.Found.Text;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FoundTest {

  @Test
  void everyFindHasAText() {
    assertThat(new Missing("no header X").text()).isEqualTo("no header X");
    assertThat(new Amount(200).text()).isEqualTo("200");
    assertThat(new Amount(-3).text()).isEqualTo("-3");
    assertThat(new Amount(12.5).text()).isEqualTo("12.5");
    assertThat(new Text("1.10", true).text()).isEqualTo("1.10");
  }

  @Test
  void aTextIsANumberOnlyWhereItMayBe() {
    assertThat(new Missing("5").number()).isEmpty();
    assertThat(new Amount(12.5).number()).contains(new BigDecimal("12.5"));
    assertThat(new Text("1.10", true).number()).contains(new BigDecimal("1.10"));
    assertThat(new Text("1.10", false).number()).isEmpty();
    assertThat(new Text("ten", true).number()).isEmpty();
  }
}
