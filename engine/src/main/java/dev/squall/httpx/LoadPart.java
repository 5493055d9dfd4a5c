package dev.squall.httpx;

import java.util.List;

/** What a load consists of. */
sealed interface LoadPart permits Setting, LoadPart.Shape, LoadPart.Until {
  Span at();

  /** A stretch of it with settings of its own. */
  record Shape(Form form, Block<Setting> settings, Span at) implements LoadPart {}

  /** It ends as soon as one of these holds. */
  record Until(List<GoalNode> goals, Span at) implements LoadPart {
    public Until {
      goals = List.copyOf(goals);
    }
  }

  /** The word of a shape is its name in lower case. */
  enum Form {
    STAGE,
    STEP,
    WAVE,
    DAILY,
    SPIKE
  }
}
