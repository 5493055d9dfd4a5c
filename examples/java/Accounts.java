import static dev.squall.Squall.*;

import dev.squall.scenario.Feed;
import dev.squall.scenario.Request;

// 3: registering, logging in and out.
// Start the shop with ./squall shop. What there is, and one of it for some seconds:
//   java --class-path "$(./squall classpath)" examples/java/Accounts.java
//   java --class-path "$(./squall classpath)" examples/java/Accounts.java login 5
void main(String... args) {
  Example.perform(args, registration(), loggingIn(), profile(), loggingOut());
}

/** 3.1: every user is another one. */
Example registration() {
  return new Example(
      scenario(
          "registration",
          post("/auth/register")
              .named("register")
              .json(
                  """
                  {"email": "user-${timestamp}@example.com", "password": "SecurePass123!",
                   "name": "Test User"}\
                  """)
              .check(status().is(201), jsonPath("$.user.name").is("Test User"))
              .extract("token", jsonPath("$.token"))),
      perSecond(5).during(minutes(30)),
      p95().isBelow(millis(500)),
      errorRate().isBelow(percent(0.5)));
}

/** 3.2: a thousand accounts, each once in every thousand logins. */
Example loggingIn() {
  return new Example(
      scenario("login", login()).feed(accounts()),
      users(100).during(minutes(15)),
      p95().isBelow(millis(300)),
      errorRate().isBelow(percent(1)));
}

/** 3.3: one login, then the profile twenty times. */
Example profile() {
  var me =
      get("/users/me")
          .named("me")
          .bearer("${token}")
          .check(status().is(200), jsonPath("$.email").is("${email}"));
  return new Example(
      scenario("profile", login(), repeat(20, me)).feed(accounts()),
      users(200).during(minutes(10)),
      p95().of("me").isBelow(millis(100)),
      errorRate().isBelow(percent(0.5)));
}

/** 3.4. */
Example loggingOut() {
  var logout =
      post("/auth/logout")
          .named("logout")
          .bearer("${token}")
          .check(status().is(200), jsonPath("$.message").is("Logged out successfully"));
  return new Example(
      scenario("logout", login(), logout).feed(accounts()),
      perSecond(10).during(minutes(5)),
      p95().of("logout").isBelow(millis(300)),
      errorRate().isBelow(percent(0.5)));
}

Request login() {
  return post("/auth/login")
      .named("login")
      .json(
          """
          {"email": "${email}", "password": "${password}"}\
          """)
      .check(status().is(200), jsonPath("$.user.email").is("${email}"))
      .extract("token", jsonPath("$.token"));
}

Feed accounts() {
  return csv("examples/data/accounts.csv").shuffled(42);
}
