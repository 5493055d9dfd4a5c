package dev.squall.httpx;

import java.util.List;

/** What a request consists of; {@code timeout = 5s} is a {@link Setting}. */
sealed interface RequestPart
    permits RequestPart.CurlText,
        RequestPart.Extracts,
        RequestPart.Asserts,
        RequestPart.RetryBlock,
        Think,
        Setting {
  /** Where it stands. */
  Span at();

  /**
   * What is sent.
   *
   * @param words as a shell would split what follows {@code curl}
   */
  record CurlText(List<String> words, Span at) implements RequestPart {
    public CurlText {
      words = List.copyOf(words);
    }
  }

  /** Values that an answer gives to variables. */
  record Extracts(Block<Extract> block, Span at) implements RequestPart {}

  /** What must hold of an answer. */
  record Asserts(Block<Assertion> block, Span at) implements RequestPart {}

  /** How a failed request is sent again. */
  record RetryBlock(Block<Setting> block, Span at) implements RequestPart {}
}
