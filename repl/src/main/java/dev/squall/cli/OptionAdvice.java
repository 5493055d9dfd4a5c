package dev.squall.cli;

import dev.squall.problem.Advice;

/** What a plan advises, as the command line has it. */
final class OptionAdvice {
  static final Advice WORDS =
      Advice.of(
          "users(5).iterations(100)", "--iterations 100 --users 5",
          "users(20)", "--users 20",
          "perSecond(50)", "--rate 50",
          "compressed(60)", "--for 1m",
          "during(seconds(10))", "--for 10s",
          "idleConnectionTimeout(seconds(30))", "--idle-connection-timeout 30s",
          "connectTimeout(seconds(30))", "--connect-timeout 30s",
          "idleTimeout(seconds(30))", "--idle-timeout 30s",
          "tcpKeepAlive(seconds(30))", "--keep-alive 30s",
          "timeout(seconds(30))", "--timeout 30s",
          "grace(seconds(5))", "--grace 5s",
          "thinkScale(0.1)", "--think-scale 0.1",
          "maxIdleConnections(32)", "--max-idle 32");

  private OptionAdvice() {}
}
