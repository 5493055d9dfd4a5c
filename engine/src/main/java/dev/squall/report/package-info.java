/**
 * Results and traces as terminal text, and results as files of each kind: {@link
 * dev.squall.report.ReportFile} goes by the ending of a name. Numbers come from sheets.
 */
@NullMarked
package dev.squall.report;

import org.jspecify.annotations.NullMarked;
