package dev.squall.httpx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurlFindingsTest {

  private static String shown(List<Problem> found) {
    return String.join(
        " | ",
        found.stream().map(one -> one.position() + " " + one.what() + "; " + one.hint()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      textBlock =
          """
          curl -s => curl:1:1 it has no URL; write it as curl http://localhost:8089/
          curl a b => curl:1:8 a second URL: b; write each request as a command of its own, and quote a value with blanks
          curl a && curl b => curl:1:8 && is for a shell, and none is started; end the command before it; extract and assert read the answer
          curl a > b => curl:1:8 > is for a shell, and none is started; end the command before it; extract and assert read the answer
          curl a -H => curl:1:8 -H has no value; write it behind -H
          curl a --request=PUT => curl:1:8 curl has no = between a flag and its value; write it as --request PUT
          curl a --next b => curl:1:8 another request begins here; write it as a command of its own | curl:1:15 a second URL: b; write each request as a command of its own, and quote a value with blanks
          curl h/[1-3] => curl:1:6 a range of URLs is several requests; write each as its own, or -g for the text itself
          curl h/{a,b} => curl:1:6 a range of URLs is several requests; write each as its own, or -g for the text itself
          curl a -H x => curl:1:8 not a header: x; write it as Name: value
          curl a -H ': x' => curl:1:8 not a header: : x; write it as Name: value
          curl a -H @x => curl:1:8 headers from a file are not read; write each with its own -H
          curl a -H 'Accept:' => curl:1:8 the header Accept is always sent; give it a value, or write 'Accept;' to send it empty
          curl a -H 'Expect: x' => curl:1:8 not to be expected: x; write it as Expect: 100-continue
          curl a -b x.txt => curl:1:8 cookies from a file are not read: x.txt; write them as -b 'name=value; other=value'
          curl a -u me => curl:1:8 -u names no password, and nobody is there to be asked; write it as -u user:password
          curl a -m x => curl:1:8 no time: x; -m takes seconds, as in 2.5
          curl a -m -1 => curl:1:8 no time: -1; -m takes seconds, as in 2.5
          curl a --connect-timeout 1e30 => curl:1:8 no time: 1e30; --connect-timeout takes seconds, as in 2.5
          curl a --max-redirs x => curl:1:8 no number of redirects: x; write it as --max-redirs 5
          curl a --max-redirs -1 => curl:1:8 redirects need an end: -1; write a number of them, 0 for none
          curl a -T x => curl:1:8 an upload is not read; write it as -X PUT --data-binary @x
          curl a --resolve x => curl:1:8 no address of a host: x; write it as host:port:address
          curl a --resolve *:80:1.1.1.1 => curl:1:8 no address of a host: *:80:1.1.1.1; write it as host:port:address
          curl a -I -d x => curl:1:8 -I has no data; leave out one of them, or write -X HEAD
          curl a -F x=1 -d x => curl:1:15 a body is either parts or data; write either -F or -d
          curl a -d @- => curl:1:8 data is read from a file only; name the file behind @
          curl a -d x -d @y => curl:1:13 a file is a whole body; leave out the other data
          curl a --data-urlencode @y => curl:1:8 a file is not encoded; write its text, or send it with --data-binary
          curl a --data-urlencode x@y => curl:1:8 a file is not encoded; write its text, or send it with --data-binary
          curl a -G -d @y => curl:1:11 a file is no part of a query; write its text into the URL
          curl a --url-query x@y => curl:1:8 a file is no part of a query; write its text into the URL
          curl a -F x => curl:1:8 a part has no name; write it as name=text or name=@file
          curl a -F x=@- => curl:1:8 a part is read from a file only; name the file behind @
          curl a -F x=@y,z => curl:1:8 a part holds one file; write one -F for each, or quote a name with a comma
          curl a -F 'x=y;z' => curl:1:8 a ; ends the value of a part: z; quote the value: name="a;b", or send it with --form-string
          curl a -F 'x="y" z' => curl:1:8 something stands behind a quoted text:  z; quote all of it, or send it with --form-string
          curl a -F 'x=y;filename=z' => curl:1:8 a text has no file name; leave out ;filename=, or send a file with @
          curl a | jq . => curl:1:8 something stands behind the command; end each line but the last with \\
          curl a 'b => curl:1:8 a ' that nothing closes; close it with ' | curl:1:8 a second URL: b; write each request as a command of its own, and quote a value with blanks
          """)
  void whatCannotBeDoneIsTold(String text, String problems) {
    assertThat(shown(CurlCommand.of(text).problems())).isEqualTo(problems);
    assertThat(CurlCommand.of(text).warnings()).isEmpty();
  }

  @Test
  void anotherLineIsAnotherCommand() {
    assertThat(shown(CurlCommand.of("curl a\n -H x:y").problems()))
        .isEqualTo(
            "curl:2:2 something stands behind the command; end each line but the last with \\");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      textBlock =
          """
          --http2 => curl:1:6 --http2 is left out; ``
          --retry 3 => curl:1:6 --retry is left out; ``
          -c jar => curl:1:6 -c is left out; ``
          -4z yesterday => curl:1:6 -4 is left out; `` | curl:1:6 -z is left out; ``
          --limit-rate 1k => curl:1:6 --limit-rate is left out; ``
          --proxy-header a:b => curl:1:6 --proxy-header is left out; ``
          --compresed => curl:1:6 curl has no --compresed, so it is left out; did you mean --compressed?
          -* => curl:1:6 curl has no -*, so it is left out; ``
          -e 'x;auto' => curl:1:6 ;auto is left out; Squall sends the first referer only
          -H 'Content-Length: 5' => curl:1:6 Content-Length is left out; Squall writes it for the body it sends
          -H 'X-Y:' => curl:1:6 there is no header X-Y to leave out; write 'X-Y;' to send it empty
          -d @x => curl:1:6 the file is sent as it is, with its line ends; write --data-binary, with which curl keeps them, too
          -F 'x=y;encoder=base64' => curl:1:6 encoder=base64 of a part is left out; ``
          """)
  void whatIsLeftOutIsNamed(String arguments, String warnings) {
    var command = CurlCommand.of("curl " + arguments + " http://h/");
    assertThat(command.problems()).isEmpty();
    assertThat(shown(command.warnings())).isEqualTo(warnings.replace("`", ""));
    assertThat(command.request().target().text()).isEqualTo("http://h/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-s",
        "-S",
        "-sS",
        "-v",
        "-i",
        "--include",
        "-f",
        "--fail",
        "--fail-with-body",
        "-L",
        "--location",
        "-N",
        "-#",
        "-O",
        "-o /dev/null",
        "-o/dev/null",
        "--output x",
        "-D -",
        "-w '%{http_code}'",
        "--stderr x",
        "--trace x",
        "--trace-ascii -",
        "--http1.1",
        "--no-progress-meter",
        "--create-dirs",
        "-q",
        "--path-as-is",
        "--tcp-nodelay",
        "--basic",
        "--cert-type PEM",
        "--key-type PEM",
        "--silent",
        "--show-error",
        "--verbose"
      })
  void aFlagThatChangesNothingIsTakenInSilence(String flag) {
    var command = CurlCommand.of("curl " + flag + " http://h/");
    assertThat(command).isEqualTo(CurlCommand.of("curl http://h/"));
    assertThat(command.problems()).isEmpty();
    assertThat(command.warnings()).isEmpty();
  }

  @Test
  void aValueBehindAnUnknownFlagIsToldWithIt() {
    assertThat(CurlCommand.of("curl a --foo bar").problems())
        .singleElement()
        .satisfies(problem ->
            assertThat(problem.what())
                .isEqualTo("curl has no --foo, and bar behind it is a second URL"));
  }
}
