package dev.squall.httpx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The golden folder loses no construct: each is in one of its files, and not in a comment. */
class GoldenConstructsTest {
  private static final Pattern COMMENT_LINE = Pattern.compile("(?m)^ *#.*\n");

  private static void assertSomewhere(String construct, String pattern, List<String> texts) {
    var wanted = Pattern.compile(pattern, Pattern.MULTILINE);
    assertThat(texts).as(construct).anyMatch(text -> wanted.matcher(text).find());
  }

  private static List<String> texts() throws IOException {
    var texts = new ArrayList<String>();
    for (var file : GoldenFolderTest.files().toList()) {
      texts.add(Files.readString(file));
    }
    return texts;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " ~ ",
      quoteCharacter = '`',
      textBlock =
          """
          a variable in double quotes            ~ ^var \\w+ = "[^"$]+"$
          in single quotes                       ~ ^var \\w+ = '
          without quotes                         ~ ^var \\w+ = http
          with another in it                     ~ ^var \\w+ = .*\\$\\{\\w+}
          of the environment                     ~ ^var \\w+ = env\\.
          the environment in a header            ~ -H ".*\\$\\{env\\.
          with a comment behind it               ~ ^var .* #
          data from a file                       ~ ^data \\w+ = csv\\("
          data over several lines                ~ ^data \\w+ = \\[\\n
          VU, ITER, COUNTER in their long names  ~ \\$\\{__VU}.*\\$\\{__ITER}.*\\$\\{__COUNTER}
          VU in a body                           ~ -d '.*\\$\\{VU}
          ITER in a query                        ~ curl.*\\?.*\\$\\{ITER}
          ITER in a cookie                       ~ curl -b ".*\\$\\{ITER}
          COUNTER in a path                      ~ /\\$\\{COUNTER}
          UUID in a header                       ~ -H ".*\\$\\{UUID}
          TIME                                   ~ \\$\\{TIME}
          timestamp                              ~ \\$\\{timestamp}
          random and pick                        ~ \\$\\{random\\(\\d,\\d\\)}.*\\$\\{pick\\(
          a request in a block                   ~ ^request \\w+ \\{$
          a request in one line                  ~ ^req \\w+: curl
          with bars behind it                    ~ ^req .* \\| extract .* \\| assert
          a request of nothing but curl          ~ ^request \\S+ \\{ curl .* }$
          a name in quotes                       ~ ^request "[^"]* [^"]*"
          a name with a hyphen                   ~ ^request \\w+-\\w+ \\{
          a request that end closes              ~ ^request[^}]*(?:\\$\\{[^}]*}[^}]*)*\\nend$
          a request that a brace of its own line opens ~ ^request .*\\n\\{$
          a curl over several lines              ~ curl .* \\\\\\n.*-H .* \\\\\\n
          a body over several lines              ~ -d '\\{\\n
          a body without a method                ~ curl \\$\\{base}\\S+ -d
          a URL in double quotes                 ~ curl "
          a URL in single quotes                 ~ curl 'http
          a query without quotes                 ~ curl \\S+\\?\\w+=\\w+$
          several of them                        ~ curl [^'" ]*\\S+&\\w+=
          -X PUT                                 ~ -X PUT
          -X PATCH                               ~ -X PATCH
          -X DELETE                              ~ -X DELETE
          -F of a file                           ~ -F "\\w+=@
          -F of a text                           ~ -F "\\w+=[^@]
          a type of multipart without boundary   ~ -H "Content-Type: multipart/form-data"
          -b                                     ~ curl -b "
          -A                                     ~ -A "
          -G and --data-urlencode                ~ curl -G .* --data-urlencode
          a bearer token from before             ~ Authorization: Bearer \\$\\{token}
          a paste of fourteen headers            ~ (?:-H '[^']*'[^']*(?:-b '[^']*'[^']*)?){14}
          dollar signs of a pasted cookie        ~ \\$o30\\$g1\\$
          percent signs of a pasted cookie       ~ -b '.*%5B.*%5E
          no line end at the end                 ~ }\\z
          extract in a block                     ~ extract \\{$
          extract in a line                      ~ ^ +extract \\w+ = \\S+$
          several in a line                      ~ extract \\w+ = \\S+, \\w+ = \\S+
          with a comment behind                  ~ = \\$\\[0]\\.id  #
          a path of fields                       ~ = \\$\\.\\w+\\.\\w+$
          an element of a top-level array        ~ = \\$\\[\\d]\\.\\w+
          the whole answer                       ~ = \\$(?: |$)
          a key with hyphens                     ~ = \\$\\.\\w+\\.\\w+-\\w+-\\w+
          a pattern with =                       ~ = regex:\\w+=
          a pattern in a block                   ~ ^ +\\w+ = regex:\\S+$
          a header in any case                   ~ = header:content-TYPE
          a cookie                               ~ = cookie:\\w+
          assert in a block                      ~ assert \\{$
          a block of assert in a line            ~ assert \\{ .* }
          assert in a line                       ~ ^ +assert status == 200$
          several in a line                      ~ assert .* == .*, .* ==
          a single =                             ~ assert status = 200
          in                                     ~ status in \\[200, 302]
          between                                ~ status between \\d+ and \\d+
          latency without a unit                 ~ latency < 1000$
          latency in milliseconds                ~ latency < 500ms
          latency in seconds                     ~ latency < 1s
          latency at most                        ~ latency <=
          latency between                        ~ latency between \\d+ and
          above                                  ~ body\\.\\S+ > 0
          at least                               ~ body\\.\\S+ >= \\d
          a path of body                         ~ body\\.\\w+\\.\\w+ ==
          an element of an array in body         ~ body\\.\\w+\\[0]\\.\\w+ >
          a length                               ~ body\\.\\w+\\.length
          the length of the whole                ~ body\\.length
          an extracted value                     ~ body\\.id == \\$\\{post_id_1}
          not null                               ~ body\\.\\w+ != null
          a text with a variable                 ~ == "User \\$\\{VU}"
          false                                  ~ == false
          contains in quotes                     ~ body contains "
          contains without quotes                ~ contains json
          matches                                ~ matches "\\^
          a header                               ~ header\\.content-type ==
          a header in another case               ~ header\\.Content-Type contains
          exists                                 ~ cookie\\.\\w+ exists
          a retry that grows                     ~ backoff = exponential
          a retry that grows evenly              ~ backoff = linear
          a retry that does not                  ~ backoff = fixed
          the most attempts                      ~ max_attempts = 3
          the first wait and the longest         ~ base_delay = \\w+\\n +max_delay = 1s
          a retry in one line                    ~ retry \\{ .* }
          a time limit                           ~ ^ +timeout = 1\\.5s
          a pause behind a request               ~ ^ +think \\d+ms \\.\\. \\d+ms
          a pause in a scenario                  ~ ^ +think 100ms$
          pauses around a time                   ~ think_time = \\S+s ± \\S+s
          one request                            ~ ^ +run \\w+$
          a chain                                ~ run \\w+ -> \\w+ -> \\w+
          a chain over several lines             ~ run \\S+.*\\n +-> .*\\n +->
          a comment behind a chain               ~ run .* -> \\S+ +#
          several lines of run                   ~ run \\w+\\n +run \\w+\\n
          a block behind a request               ~ run \\w+ \\{\\n +run \\w+\\n
          three blocks deep                      ~ run \\w+ \\{\\n +run \\w+ \\{\\n +run \\w+ \\{\\n
          parallel in a block                    ~ parallel \\{\\n +run
          parallel in a chain                    ~ -> parallel\\(\\w+, \\w+\\)
          a loop that nobody wrote               ~ \\$\\{post\\.id}
          foreach of an extracted list           ~ foreach post in posts \\{
          foreach of data                        ~ foreach category in categories \\{
          if of a text in quotes                 ~ if \\$\\{\\w+} == "\\w+" \\{
          else                                   ~ } else \\{
          conditions together                    ~ if .* and .* != null
          a request that may fail                ~ run \\w+ optional
          load of users in words                 ~ load \\d+ vus for \\d+m$
          load of a rate in words                ~ load 100 rps for 1m
          load of iterations in words            ~ load 100 iterations with 5 vus
          load of users in a line                ~ load: vus=10, duration=5m
          load of a rate in a line               ~ load: rps=\\S+, duration=1h30m
          load in a block                        ~ load \\{\\n +vus = \\d+\\n +duration = \\d+s\\n
          comments behind its values             ~ vus = 5 +# \\S+ .*\\n +duration = 30s +#
          load in a block of one line            ~ load \\{ vus=10, duration=5m }
          iterations in a block                  ~ iterations = 12\\n +vus = 3
          a ramp                                 ~ ramp_up = 30s
          stages                                 ~ stage \\{ duration = 1m, vus = 10 }\\n
          a comment behind a stage               ~ stage \\{.*}  # Spike!
          setup                                  ~ ^setup \\{ run
          teardown                               ~ ^teardown \\{\\n +run
          several scenarios                      ~ ^scenario (?:.|\\n)*^scenario
          """)
  void isInOneOfTheFiles(String construct, String pattern) throws IOException {
    var withoutComments =
        texts().stream().map(text -> COMMENT_LINE.matcher(text).replaceAll("")).toList();
    assertSomewhere(construct, pattern, withoutComments);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " ~ ",
      quoteCharacter = '`',
      textBlock =
          """
          comments in a block of extract         ~ extract \\{\\n +#
          comments between steps                 ~ run \\w+ \\{\\n +# .*\\n +run
          emoji in comments                      ~ # 👈
          comments at the end                    ~ }\\n\\n(?:#.*\\n)+\\z
          """)
  void soAreComments(String construct, String pattern) throws IOException {
    assertSomewhere(construct, pattern, texts());
  }
}
