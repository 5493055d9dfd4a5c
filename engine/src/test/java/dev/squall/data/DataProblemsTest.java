package dev.squall.data;

import static dev.squall.data.Opened.HERE;
import static dev.squall.data.Opened.csv;
import static dev.squall.data.Opened.json;
import static dev.squall.data.Opened.jsonLines;
import static dev.squall.data.Opened.problems;
import static dev.squall.data.Opened.write;
import static dev.squall.data.Opened.writeLatin1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.problem.Position.InFile;
import dev.squall.problem.Position.InText;
import dev.squall.problem.Problem;
import dev.squall.scenario.Feed;
import dev.squall.scenario.Feed.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataProblemsTest {
  private static final String NAMES =
      "a name has letters, digits, _ and -, and does not begin with a digit";
  private static final String DOUBLED = "a quote inside of a quoted value is written twice: \"\"";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameAFile() {
    file = folder.resolve("data");
  }

  private List<Problem> ofCsv(String text) throws IOException {
    return problems(csv(write(file, text)));
  }

  private List<Problem> ofJson(String text) throws IOException {
    return problems(json(write(file, text)));
  }

  private List<Problem> ofLines(String text) throws IOException {
    return problems(jsonLines(write(file, text)));
  }

  private Problem at(int line, int column, String text, String what, String hint) {
    return new Problem(new InText(file.toString(), line, column, text), what, hint);
  }

  private static Problem whole(String what, String hint) {
    return new Problem(HERE, what, hint);
  }

  @Test
  void aFileThatIsNotThereIsNamedWithWhereItWasLookedFor() {
    assertThat(problems(csv(Path.of("no.csv"))))
        .containsExactly(
            whole(
                "there is no file no.csv",
                "relative paths begin at " + Path.of("").toAbsolutePath()));
    assertThat(problems(new Feed(new Source.Json("a\0b", "value"))))
        .extracting(Problem::what)
        .containsExactly("there is no file a\0b");
  }

  @Test
  void aFolderIsNoFile() {
    assertThat(problems(jsonLines(folder)))
        .containsExactly(whole("not a file but a folder: " + folder, "name a file in it"));
  }

  @Test
  void aFileThatCannotBeReadSaysWhy() {
    var below = folder.resolve("x".repeat(300));
    assertThat(problems(csv(below)))
        .containsExactly(
            whole(
                "the file " + below + " cannot be read: FileSystemException",
                "look at its permissions"));
  }

  @Test
  void whatCannotBeReadTwiceIsNoFileOfRows() {
    assertThat(problems(csv(Path.of("/dev/null"))))
        .containsExactly(
            whole("/dev/null is no regular file", "rows are read more than once: save them first"));
  }

  @Test
  void aPathHoldsNoVariables() {
    assertThat(problems(csv(Path.of("${who}.csv"))))
        .containsExactly(
            whole(
                "the path of a file holds no variables: ${who}.csv",
                "rows are looked at before the run"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n\r\n", "\uFEFF"})
  void anEmptyFileHasNoRows(String text) throws IOException {
    var what = "the file " + file + " has no rows";
    assertThat(ofCsv(text)).containsExactly(whole(what, "its first row names the columns"));
    assertThat(ofJson(text)).containsExactly(whole(what, "it is an array with at least one row"));
    assertThat(ofLines(text)).containsExactly(whole(what, "it has a row on each line"));
  }

  @Test
  void anEmptyArrayHasNoRows() throws IOException {
    assertThat(ofJson("[]"))
        .containsExactly(
            whole("the file " + file + " has no rows", "it is an array with at least one row"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id,name", "id,name\n", "\uFEFFid,name\r\n\r\n"})
  void aHeaderAloneIsNoData(String text) throws IOException {
    assertThat(ofCsv(text))
        .containsExactly(
            whole("the file " + file + " has a header and no rows", "add a row below the header"));
  }

  @Test
  void aRaggedRowIsNamedByItsLineWhateverStandsBefore() throws IOException {
    assertThat(ofCsv("id,name\r\n1,\"a\r\nb\nc\rd\"\r\n\r\n2\r\n3,x\n4,\"x\ny\",z\n5,x"))
        .containsExactly(
            at(7, 1, "2", "1 column instead of 2", "each row has the columns id, name"),
            at(9, 1, "4,\"x", "3 columns instead of 2", "each row has the columns id, name"));
  }

  @Test
  void ofManyRaggedRowsTenAreShownAndTheOthersCounted() throws IOException {
    var problems = ofCsv("a,b\n" + "1\n".repeat(10));
    assertThat(problems).hasSize(10).allMatch(problem -> problem.what().startsWith("1 column "));
    var more = ofCsv("a,b\n" + "1\n".repeat(13));
    assertThat(more).hasSize(11);
    assertThat(more.getLast()).isEqualTo(whole("and 3 more like these", ""));
    assertThat(more.get(9).position()).isEqualTo(new InText(file.toString(), 11, 1, "1"));
  }

  @Test
  void everyNameOfTheHeaderThatNoVariableCanHaveIsTold() throws IOException {
    assertThat(ofCsv("id,,first name,id,2nd,ok-1_é, \n1,2,3,4,5,6,7\n"))
        .containsExactly(
            at(
                1,
                1,
                "id,,first name,id,2nd,ok-1_é, ",
                "column 2 has no name",
                "columns are variables: name it"),
            at(
                1,
                1,
                "id,,first name,id,2nd,ok-1_é, ",
                "no variable can be called first name",
                NAMES),
            at(
                1,
                1,
                "id,,first name,id,2nd,ok-1_é, ",
                "columns 1 and 4 are both called id",
                "columns are variables: call each something else"),
            at(1, 1, "id,,first name,id,2nd,ok-1_é, ", "no variable can be called 2nd", NAMES),
            at(
                1,
                1,
                "id,,first name,id,2nd,ok-1_é, ",
                "column 7 has no name",
                "columns are variables: name it"));
  }

  @ParameterizedTest
  @CsvSource({"';',';'", "'|','|'", "'\t','\\t'"})
  void aHeaderThatAnotherDelimiterWouldDivideGetsTheHint(String between, String shown)
      throws IOException {
    var header = "id" + between + "name";
    assertThat(ofCsv(header + "\n1" + between + "Ada\n"))
        .containsExactly(
            at(
                1,
                1,
                header,
                "no variable can be called " + header,
                "if the columns are separated so, say .delimiter('" + shown + "')"));
  }

  @Test
  void aQuoteThatNothingClosesIsToldWithTheRowThatItBeginsIn() throws IOException {
    assertThat(ofCsv("a,b\n1,\"x\"\n2,\"y\n3,z\n"))
        .containsExactly(
            at(3, 1, "2,\"y", "a quote in the row that begins here is never closed", DOUBLED));
  }

  @Test
  void textBehindAClosingQuoteIsTold() throws IOException {
    assertThat(ofCsv("a,b\n1,x\n2,\"y\"z\n3,z\n"))
        .containsExactly(
            at(3, 1, "2,\"y\"z", "a quoted value goes on behind its closing quote", DOUBLED));
  }

  @ParameterizedTest
  @CsvSource({"'a,b\n1,é\n',2,3,'1,\uFFFD'", "'é\n',1,1,'\uFFFD'", "'a\n\nxé',3,2,'x\uFFFD'"})
  void whatIsNotUtf8IsToldWithItsPlace(String text, int line, int column, String shown)
      throws IOException {
    var problem = at(line, column, shown, "the file is not UTF-8 from here on", "save it in UTF-8");
    writeLatin1(file, text);
    assertThat(problems(csv(file))).containsExactly(problem);
    assertThat(problems(jsonLines(file))).last().isEqualTo(problem);
  }

  @Test
  void aPlaceBehindManyCharactersIsCountedFromTheBeginning() throws IOException {
    var text = "é,b\n" + "1,2\n".repeat(20_000);
    write(file, text);
    Files.write(file, new byte[] {'1', ',', (byte) 0xC3}, StandardOpenOption.APPEND);
    assertThat(problems(csv(file)))
        .extracting(Problem::position)
        .containsExactly(new InText(file.toString(), 20_002, 3, "1,\uFFFD"));
  }

  @Test
  void whatIsNotJsonIsToldWithLineAndColumn() throws IOException {
    assertThat(ofJson("[{\"a\": 1},\n {\"a\" 2}]"))
        .containsExactly(
            at(
                2,
                7,
                " {\"a\" 2}]",
                "not JSON: Unexpected character ('2' (code 50)): was expecting a colon to separate"
                    + " field name and value",
                ""));
    assertThat(ofJson("[{\"a\": 1}"))
        .containsExactly(
            at(
                1,
                10,
                "[{\"a\": 1}",
                "not JSON: Unexpected end-of-input: expected close marker for Array",
                ""));
  }

  @Test
  void aColumnIsCountedInCodePoints() throws IOException {
    assertThat(ofJson("[\"😀\", x]"))
        .extracting(Problem::position)
        .containsExactly(new InText(file.toString(), 1, 7, "[\"😀\", x]"));
  }

  @Test
  void aLineTooLongToShowIsNamedOnly() throws IOException {
    var ok = "\"" + "x".repeat(197) + "\"";
    assertThat(ofLines(ok + "\n" + ok + "]"))
        .extracting(Problem::position)
        .containsExactly(new InText(file.toString(), 2, 200, ok + "]"));
    assertThat(ofLines(ok + "\n" + ok + "]]"))
        .extracting(Problem::position)
        .containsExactly(new InFile(file.toString(), 2, 200));
  }

  @Test
  void whatIsNoArrayIsToldAndWhatFollowsItToo() throws IOException {
    assertThat(ofJson("\n {\"a\": 1}"))
        .containsExactly(
            at(
                2,
                2,
                " {\"a\": 1}",
                "not an array of rows",
                "a file with an object on each line is read by jsonLines(…)"));
    assertThat(ofJson("[1, 2]\n[3]"))
        .containsExactly(at(2, 1, "[3]", "more behind the end of the array", ""));
  }

  @Test
  void anArrayInAnArrayIsNoRow() throws IOException {
    assertThat(ofJson("[[1, [2]],\n[3], {\"a\": 1}]"))
        .containsExactly(
            at(
                1,
                2,
                "[[1, [2]],",
                "an array is no row",
                "a row is an object of columns, or a plain value"),
            at(
                2,
                1,
                "[3], {\"a\": 1}]",
                "an array is no row",
                "a row is an object of columns, or a plain value"));
  }

  @Test
  void everyRaggedObjectIsTold() throws IOException {
    var hint = "each row has the columns a, b";
    assertThat(
            ofJson(
                "[{\"a\": 1, \"b\": 2},\n{},\n {\"b\": 1},\n{\"a\": 1, \"b\": 2, \"c\": 3},\n"
                    + "7,\n{\"a\": 1, \"b\": 2, \"a\": 3}]"))
        .containsExactly(
            at(2, 1, "{},", "a row without a, b", hint),
            at(3, 2, " {\"b\": 1},", "a row without a", hint),
            at(
                4,
                1,
                "{\"a\": 1, \"b\": 2, \"c\": 3},",
                "a row with c, which the first has not",
                hint),
            at(5, 1, "7,", "a row without a, b", hint),
            at(6, 1, "{\"a\": 1, \"b\": 2, \"a\": 3}]", "a row with the same key twice", hint));
  }

  @Test
  void anObjectWithoutKeysNamesNoColumns() throws IOException {
    assertThat(ofJson("[{}, {}]"))
        .containsExactly(
            at(
                1,
                2,
                "[{}, {}]",
                "a row without columns",
                "columns are variables: name at least one"));
  }

  @Test
  void everyLineThatIsWrongIsTold() throws IOException {
    assertThat(ofLines("{\"a\": 1}\n{\"a\": }\n{\"a\": 1} {\"a\": 2}\n\n{\"b\": 1\n{\"a\": 3}\n"))
        .containsExactly(
            at(
                2,
                7,
                "{\"a\": }",
                "not JSON: Unexpected character ('}' (code 125)): expected a value",
                ""),
            at(
                3,
                10,
                "{\"a\": 1} {\"a\": 2}",
                "more than one value on a line",
                "each row stands on a line of its own"),
            at(
                5,
                8,
                "{\"b\": 1",
                "not JSON: Unexpected end-of-input: expected close marker for Object",
                ""));
  }

  @ParameterizedTest
  @CsvSource({
    "'\n',a line end cannot be a delimiter,it ends a row",
    "'\r',a line end cannot be a delimiter,it ends a row",
    "'\"',a quote cannot be a delimiter,it encloses a value",
    "a,the delimiter a would be part of values,'use one of , ; | or a tab'",
    "7,the delimiter 7 would be part of values,'use one of , ; | or a tab'"
  })
  void aDelimiterThatDividesNothingIsAProblem(char delimiter, String what, String hint)
      throws IOException {
    assertThat(problems(csv(write(file, "a,b\n1,2\n")).delimiter(delimiter)))
        .containsExactly(whole(what, hint));
  }

  @Test
  void onlyCsvHasADelimiter() throws IOException {
    assertThat(problems(json(write(file, "[1]")).delimiter(';')))
        .containsExactly(whole("only CSV has a delimiter", "leave .delimiter(…) out"));
  }
}
