package dev.squall.shop.junit;

import dev.squall.shop.PracticeShop;
import dev.squall.shop.ShopOptions;
import dev.squall.shop.behaviour.Behaviour;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Opens the shops that {@link Shop} asks for, and hands them to whoever has a parameter for one.
 */
final class ShopExtension
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {

  private static final ExtensionContext.Namespace SHOPS =
      ExtensionContext.Namespace.create(ShopExtension.class);

  /** JUnit closes it when the context ends in whose store it is. */
  private record Opened(PracticeShop shop, Behaviour behaviour) implements AutoCloseable {
    @Override
    public void close() {
      shop.close();
    }
  }

  /** Where an annotation stands: the shop lives as long as that context. */
  private record Place(ExtensionContext context, Shop annotation) {}

  // With PER_CLASS lifecycle a constructor has asked before this; otherwise a mistake in an
  // annotation is told even where nobody asks for the shop.
  @Override
  public void beforeAll(ExtensionContext context) {
    find(context).ifPresent(ShopExtension::opened);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    find(context).ifPresent(ShopExtension::opened);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    find(context)
        .map(ShopExtension::opened)
        .ifPresent(opened -> {
          opened.shop().recover();
          opened.shop().behave(opened.behaviour());
        });
  }

  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    // A constructor gets the shop of the method that it makes the instance for.
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == PracticeShop.class && find(context).isPresent();
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return find(context).map(ShopExtension::opened).orElseThrow().shop();
  }

  /** The nearest annotation: of the method, its class, or the classes around that. */
  private static Optional<Place> find(ExtensionContext context) {
    for (var at = Optional.of(context); at.isPresent(); at = at.get().getParent()) {
      var annotation = AnnotationSupport.findAnnotation(at.get().getElement(), Shop.class);
      if (annotation.isPresent()) {
        return Optional.of(new Place(outermost(at.get()), annotation.get()));
      }
    }
    return Optional.empty();
  }

  /** A class that runs once per argument has a context for each of them, and one around them. */
  private static ExtensionContext outermost(ExtensionContext context) {
    var element = context.getElement();
    var around = context.getParent();
    return isClass(element) && around.isPresent() && around.get().getElement().equals(element)
        ? outermost(around.get())
        : context;
  }

  private static boolean isClass(Optional<AnnotatedElement> element) {
    return element.isPresent() && element.get() instanceof Class;
  }

  private static Opened opened(Place place) {
    // A store also looks into those around it: the key tells a method's shop from its class's.
    return place
        .context()
        .getStore(SHOPS)
        .computeIfAbsent(place.context().getUniqueId(), id -> open(place), Opened.class);
  }

  private static Opened open(Place place) {
    try {
      var wanted = place.annotation();
      var behaviour = Behaviour.GOOD;
      for (var line : wanted.behaviour()) {
        behaviour = behaviour.with(line);
      }
      var options = ShopOptions.defaults().seed(wanted.seed()).behaviour(behaviour);
      return new Opened(PracticeShop.start(wanted.tls() ? options.tls() : options), behaviour);
    } catch (IllegalArgumentException e) {
      throw new ExtensionConfigurationException(
          "@Shop of %s: %s".formatted(place.context().getDisplayName(), e.getMessage()), e);
    }
  }
}
