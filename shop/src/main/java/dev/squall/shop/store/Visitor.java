package dev.squall.shop.store;

/** Who is signed in, and with which token. */
public record Visitor(Account account, Tokens.Claims claims) {}
