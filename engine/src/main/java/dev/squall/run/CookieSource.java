package dev.squall.run;

import org.jspecify.annotations.Nullable;

/** What a request's Cookie header says. */
interface CookieSource {
  /** Without a jar: what the request itself says. */
  CookieSource NONE =
      new CookieSource() {
        @Override
        public boolean isEmpty() {
          return true;
        }

        @Override
        public @Nullable String header(int target, String path, String explicit) {
          return explicit.isEmpty() ? null : explicit;
        }
      };

  /**
   * Whether nothing would be added to what any request says; asked first, and then nothing else.
   */
  boolean isEmpty();

  /**
   * The value of the header; nothing where there is none.
   *
   * @param target the request's host, by its place in the plan's targets
   * @param path of the request line, without the query
   * @param explicit what the request itself says, empty where it says nothing
   */
  @Nullable String header(int target, String path, String explicit);
}
