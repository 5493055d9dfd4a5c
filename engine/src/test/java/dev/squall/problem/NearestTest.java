package dev.squall.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> KNOWN = List.of("token", "order_id", "product_id", "VU", "id");

  @ParameterizedTest
  @CsvSource({
    "tokn, token", // a letter left out
    "tokken, token", // one too many
    "tpken, token", // one replaced
    "otken, token", // two exchanged are two edits
    "TOKEN, token", // the case does not count
    "produkt_it, product_id",
    "productid, product_id",
    "orderId, order_id",
    "ids, id",
    "vus, VU"
  })
  void aMisspeltNameFindsTheOneThatWasMeant(String written, String meant) {
    assertThat(Nearest.to(written, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"tkxyn", "cart", "xx", "x", "session_number"})
  void aNameTooFarFromAllIsAnother(String written) {
    assertThat(Nearest.to(written, KNOWN)).isEmpty();
  }

  @Test
  void aNameReplacedLetterByLetterIsNoMisspelling() {
    assertThat(Nearest.to("ab", List.of("VU"))).isEmpty();
    assertThat(Nearest.to("", List.of("a", ""))).isEmpty();
  }

  @Test
  void aThirdOfALongNameMayDiffer() {
    assertThat(Nearest.to("abcdefghi", List.of("abcdefxyz"))).contains("abcdefxyz");
    assertThat(Nearest.to("abcdefghi", List.of("abcdewxyz"))).isEmpty();
  }

  @Test
  void theNearestOfSeveralWinsAndTheFirstOfEqualOnes() {
    assertThat(Nearest.to("item_id", List.of("item_xx", "item_ix", "item_iy"))).contains("item_ix");
  }

  @Test
  void nothingKnownIsNothingNear() {
    assertThat(Nearest.to("token", List.of())).isEmpty();
  }
}
