package dev.squall.stats;

import dev.squall.sample.Category;

/** What makes two failures the same error. The message is no part of it: it may hold any value. */
record ErrorKey(int step, Category category, String kind, int status) {}
