package dev.squall.run;

import dev.squall.http.HttpProxy;
import dev.squall.http.Routing;
import dev.squall.plan.Routes;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a plan's routes mean for the wire: words become addresses that this machine has. */
final class Ways {
  private static final Position OPTIONS = Position.in("options");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

  private final Consumer<Problem> problems;

  private Ways(Consumer<Problem> problems) {
    this.problems = problems;
  }

  /** The routing as far as it can be understood; what cannot is told. */
  static Routing of(Routes routes, Consumer<Problem> problems) {
    return new Ways(problems).routing(routes);
  }

  private Routing routing(Routes routes) {
    var proxy = routes.proxy().flatMap(url -> ProxyUrl.parse(url, problems));
    var resolved = resolved(routes.resolved());
    proxy.ifPresent(known -> checkUse(resolved, known));
    return new Routing(resolved, local(routes.local()), proxy, routes.dnsTtl());
  }

  private Map<String, List<InetAddress>> resolved(Map<String, List<String>> given) {
    var resolved = new HashMap<String, List<InetAddress>>();
    new TreeMap<>(given)
        .forEach((host, texts) -> {
          if (!NAME.matcher(host).matches() && literal(host).isEmpty()) {
            tell(
                "resolve takes a host, without scheme and port: " + host,
                "resolve(\"shop.test\", \"127.0.0.1\")");
          }
          if (texts.isEmpty()) {
            tell("no address is given for " + host, "resolve(\"" + host + "\", \"127.0.0.1\")");
          }
          var addresses = addresses(texts, "resolve");
          if (!addresses.isEmpty()) {
            resolved.put(host.toLowerCase(Locale.ROOT), addresses);
          }
        });
    return resolved;
  }

  /** A proxy resolves its targets itself, and whoever gives an address should know that. */
  private void checkUse(Map<String, List<InetAddress>> resolved, HttpProxy proxy) {
    var other = new TreeMap<>(resolved);
    other.remove(proxy.endpoint().host().toLowerCase(Locale.ROOT));
    for (var host : other.keySet()) {
      tell(
          "the address of " + host + " would not be used: the proxy resolves it itself",
          "take resolve or the proxy away");
    }
  }

  private List<InetAddress> local(List<String> texts) {
    var addresses = addresses(texts, "localAddresses");
    for (var address : addresses) {
      if (!isOurs(address)) {
        tell(address.getHostAddress() + " is not an address of this machine", "it has " + own());
      }
    }
    return addresses;
  }

  /** Asked of the kernel, because all of 127.0.0.0/8 belongs to a Linux machine unlisted. */
  private static boolean isOurs(InetAddress address) {
    try (var socket = new Socket(Proxy.NO_PROXY)) {
      socket.bind(new InetSocketAddress(address, 0));
      return true;
    } catch (BindException e) {
      return String.valueOf(e.getMessage()).contains("in use");
    } catch (IOException e) {
      return true; // something else is wrong, and the first connection will say what
    }
  }

  private static String own() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .map(InetAddress::getHostAddress)
          .sorted()
          .collect(Collectors.joining(", "));
    } catch (SocketException e) {
      return "others";
    }
  }

  private List<InetAddress> addresses(List<String> texts, String word) {
    var addresses = new ArrayList<InetAddress>();
    for (var text : texts) {
      var address = literal(text);
      if (address.isEmpty()) {
        tell(
            "not an address: " + text,
            word + " takes literal addresses, such as 127.0.0.1 or ::1, and no names");
      }
      address.ifPresent(addresses::add);
    }
    return addresses;
  }

  static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void tell(String what, String hint) {
    problems.accept(new Problem(OPTIONS, what, hint));
  }
}
