package dev.squall.shop;

/** Who is signed in, and with which token. */
record Visitor(Account account, Tokens.Claims claims) {}
