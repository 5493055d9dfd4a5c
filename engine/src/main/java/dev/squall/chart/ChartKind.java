package dev.squall.chart;

import dev.squall.stats.Results;
import java.util.Optional;

/** The charts of one run, in the order in which a report shows them. */
public enum ChartKind {
  PERCENTILES {
    @Override
    public Optional<Chart> of(Results results) {
      return PercentileCurve.of(results);
    }
  },
  LATENCY_OVER_TIME {
    @Override
    public Optional<Chart> of(Results results) {
      return LatencyOverTime.of(results);
    }
  },
  THROUGHPUT {
    @Override
    public Optional<Chart> of(Results results) {
      return Throughput.of(results);
    }
  },
  HISTOGRAM {
    @Override
    public Optional<Chart> of(Results results) {
      return LatencyHistogram.of(results);
    }
  },
  STEPS {
    @Override
    public Optional<Chart> of(Results results) {
      return StepBars.of(results, 95);
    }
  },
  HEAT {
    @Override
    public Optional<Chart> of(Results results) {
      return HeatMap.of(results);
    }
  };

  /** The chart; empty when nothing was measured that it could show. */
  public abstract Optional<Chart> of(Results results);
}
