package dev.squall.scenario;

/** What a code step does. Many users call it at once: what it shares it must share safely. */
@FunctionalInterface
public interface UserCode {

  /**
   * Does it.
   *
   * @throws Exception whatever goes wrong; the step fails with its message, and the iteration ends
   */
  void perform(UserSession session) throws Exception;
}
