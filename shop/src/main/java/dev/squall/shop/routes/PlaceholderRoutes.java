package dev.squall.shop.routes;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.squall.shop.json.Numbers;
import dev.squall.shop.json.Verbatim;
import dev.squall.shop.store.Blog;
import dev.squall.shop.store.Rows;
import dev.squall.shop.web.Answer;
import dev.squall.shop.web.Call;
import dev.squall.shop.web.Routes;

/** The shapes of jsonplaceholder: posts, comments and users as top-level arrays in camel case. */
public final class PlaceholderRoutes {

  /** What every new post gets, because none is kept. */
  private static final RawValue NEXT_ID = new RawValue("101");

  private PlaceholderRoutes() {}

  public static void add(Routes routes, Blog blog) {
    routes.open("GET", "/posts", call -> list(call, blog.posts(), "userId"));
    routes.open("POST", "/posts", PlaceholderRoutes::create);
    routes.open("GET", "/posts/{id}", call -> one(call, blog.posts()));
    routes.open("GET", "/posts/{id}/comments", call -> commentsOfPost(call, blog));
    routes.open("GET", "/comments", call -> list(call, blog.comments(), "postId"));
    routes.open("GET", "/users", call -> Answer.json(200, blog.users().all()));
    routes.open("GET", "/users/{id}", call -> one(call, blog.users()));
  }

  private static Answer list(Call call, Rows rows, String ownerName) {
    var owner = call.query().number(ownerName, 0, 1, Integer.MAX_VALUE);
    return Answer.json(200, owner == 0 ? rows.all() : rows.of(owner));
  }

  private static Answer one(Call call, Rows rows) {
    return Answer.json(200, rows.one(id(call)));
  }

  private static Answer commentsOfPost(Call call, Blog blog) {
    var id = id(call);
    var _ = blog.posts().one(id);
    return Answer.json(200, blog.comments().of(id));
  }

  private static Answer create(Call call) {
    var post = Verbatim.fields(call.body());
    post.put("id", NEXT_ID);
    return Answer.created(post);
  }

  private static int id(Call call) {
    return Numbers.within("the id", call.parameter("id"), 1, Integer.MAX_VALUE);
  }
}
