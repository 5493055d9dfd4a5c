package dev.squall.shell.reply;

import dev.squall.plan.JsonQuery.Kind;
import java.util.List;

/** A JSON document as it was written: numbers with every digit, members in their order. */
sealed interface Json {

  record Obj(List<Member> members) implements Json {}

  record Arr(List<Json> items) implements Json {}

  record Str(String text) implements Json {}

  record Num(String text) implements Json {}

  record Truth(boolean holds) implements Json {}

  record Null() implements Json {}

  record Member(String name, Json value) {}

  static boolean isLeaf(Json json) {
    return switch (json) {
      case Obj(var members) -> members.isEmpty();
      case Arr(var items) -> items.isEmpty();
      case Str _, Num _, Truth _, Null _ -> true;
    };
  }

  static Kind kind(Json json) {
    return switch (json) {
      case Obj _ -> Kind.OBJECT;
      case Arr _ -> Kind.ARRAY;
      case Str _ -> Kind.STRING;
      case Num _ -> Kind.NUMBER;
      case Truth _ -> Kind.BOOLEAN;
      case Null _ -> Kind.NULL;
    };
  }
}
