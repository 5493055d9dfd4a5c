package dev.squall.httpx;

import dev.squall.problem.Advice;

/** What a plan advises, as a file has it. */
final class FileAdvice {
  static final Advice WORDS =
      Advice.of(
          "users(5).iterations(100)", "100 iterations with 5 vus",
          "users(20)", "vus = 20",
          "perSecond(50)", "rps = 50",
          "compressed(60)", "compressed = 60",
          "spike(500, seconds(10), seconds(5))", "spike { peak = 500, at = 10s, for = 5s }",
          "stepUp(100, 50, seconds(30)).upTo(1000), or until(p95().isAbove(millis(300)))",
              "step { from = 100, by = 50, every = 30s, up_to = 1000 }, or until p95 > 300ms",
          "during(seconds(10))", "10s",
          "timeout(seconds(30))", "timeout = 30s",
          "pacing(seconds(30))", "pacing = 30s",
          "grace(seconds(5))", "grace = 5s",
          "connectTimeout(seconds(30))", "--connect-timeout 30",
          "exponential(millis(100)).atMost(seconds(5))",
              "backoff = exponential, base_delay = 100ms, max_delay = 5s",
          "attempts(3) is one", "max_attempts = 3 is one",
          "add at(\"http://localhost:8089\") to the run or the scenario",
              "begin with http://localhost:8089, or say base = \"http://localhost:8089\" or --base",
          "add .maxUsers(…) to the load", "max_vus = $1 in the load",
          "another order than .unique()", "another order than unique",
          "leave(percent(30)), from 0 to 1", "leave 30%",
          "leave(…) is a step", "leave is a step",
          "pause(seconds(1), seconds(3))", "think 1s .. 3s",
          "jsonPath(\"$.posts[*]\")", "posts = \\$.posts",
          "choose(weight(70, get(\"/a\")), weight(30, get(\"/b\")))",
              "choose { 70% { run a }, 30% { run b } }",
          "take .pacing(…) away", "take pacing away",
          "mix(\"day\", share(70, browse), share(30, buy))", "mix day { 70% browse, 30% buy }",
          "scenario(\"another name\", …)", "give one of them another",
          "in the steps of forEach(\"…\", …)", "in foreach $1 in … { }",
          "an Authorization header and .basic", "an Authorization header and -u",
          "the user of .basic", "the user of -u",
          "leave .delimiter(…) out", "leave delimiter out");

  private FileAdvice() {}
}
