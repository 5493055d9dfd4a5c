package dev.squall.shell.docs;

import java.util.List;

/**
 * What is written about one type, method or constant. Texts that are not there are empty.
 *
 * @param room the package
 * @param owner the type that declares it, with its enclosing types: {@code Extractor.Status}; empty
 *     for a type of its own
 * @param types the types of a method's parameters, simple and without type arguments: {@code
 *     Option...}
 * @param supertypes of a type: what it extends and implements, simple and without type arguments
 * @param signature as a person reads it, without modifiers and packages
 * @param summary the first sentence as plain text
 * @param body the whole description, the summary included, in Markdown
 * @param parameters of a method or record, those that are described; in Markdown
 * @param returns in Markdown
 * @param failures what is thrown and when, in Markdown
 * @param example the first snippet of the description as it is
 */
public record Entry(
    Kind kind,
    String room,
    String owner,
    String name,
    List<String> types,
    List<String> supertypes,
    String signature,
    String summary,
    String body,
    List<Note> parameters,
    String returns,
    List<Note> failures,
    String example) {

  /** What is described. */
  public enum Kind {
    /** A static method that start-up imports, so that it is said without its type. */
    WORD,
    /** A class, record, interface or enumeration. */
    TYPE,
    /** How a class is made by {@code new}. */
    CONSTRUCTOR,
    /** A method of a type. */
    METHOD,
    /** A component of a record, read as a method without arguments. */
    COMPONENT,
    /** A constant, or one of an enumeration. */
    CONSTANT
  }

  /** A name and what is said about it, in Markdown. */
  public record Note(String name, String text) {}

  /** Keeps its own copies of the lists. */
  public Entry {
    types = List.copyOf(types);
    supertypes = List.copyOf(supertypes);
    parameters = List.copyOf(parameters);
    failures = List.copyOf(failures);
  }

  /** How it is asked for in full: {@code users}, {@code Users.during}, {@code Results}. */
  public String fullName() {
    return kind == Kind.WORD || owner.isEmpty() ? name : owner + "." + name;
  }

  Entry withBody(String described) {
    return new Entry(
        kind,
        room,
        owner,
        name,
        types,
        supertypes,
        signature,
        summary,
        described,
        parameters,
        returns,
        failures,
        example);
  }
}
