# The table that compare prints: a row for each tool, each figure the median of its rounds (lowest-highest).
# Reads the turns; mode is compare's, markdown the table as README.md has it.
function sorted(list, n,    i, j, v) {
  for (i = 2; i <= n; i++) {
    v = list[i]
    for (j = i - 1; j >= 1 && list[j] > v; j--) list[j + 1] = list[j]
    list[j + 1] = v
  }
}
function spread(what, tool, form,    n, list, r, middle) {
  n = 0
  for (r = 1; r <= rounds; r++) if ((what, tool, r) in figure) list[++n] = figure[what, tool, r]
  if (n == 0) return "-"
  sorted(list, n)
  middle = n % 2 ? list[(n + 1) / 2] : (list[n / 2] + list[n / 2 + 1]) / 2
  return sprintf(form " (" form "-" form ")", middle, list[1], list[n])
}
# Whom a tool is held against: wrk resumes, so full handshakes are held against h2load's.
function other(tool) {
  return tool ~ / full/ ? "h2load full" : "wrk"
}
function row(tool) {
  printf "| %s | %s | %s | %s |", tool, spread("cpu", tool, "%.2f"), spread("ratio", tool, "%.2f"), spread("rate", tool, "%d")
  if (mode == "handshakes") printf " %s |", spread("resumed", tool, "%d")
  printf " %s |\n", spread("peak", tool, "%d")
}
{
  if (!($2 in seen)) { seen[$2] = 1; tools[++count] = $2 }
  if ($1 > rounds) rounds = $1
  figure["requests", $2, $1] = $3
  figure["cpu", $2, $1] = $3 > 0 ? $4 / $3 : 0
  figure["rate", $2, $1] = $5 > 0 ? $3 / $5 : 0
  figure["peak", $2, $1] = $6 / 1024
  figure["most", $2, $1] = $7
  figure["others", $2, $1] = $8
  figure["resumed", $2, $1] = $9
  if ($8 > 10 && $2 !~ / whole$/) disturbed++
}
END {
  for (t = 1; t <= count; t++) for (r = 1; r <= rounds; r++) {
    against = figure["cpu", other(tools[t]), r]
    if (against > 0) figure["ratio", tools[t], r] = figure["cpu", tools[t], r] / against
  }
  thing = mode == "handshakes" ? "handshake" : "request"
  if (markdown) {
    print "\n| | µs CPU per " thing " | times " (mode == "handshakes" ? "its like" : "wrk") " | " thing "s/s |" \
      (mode == "handshakes" ? " resumed % |" : "") " peak MB |"
    print "|---|---|---|---|---|" (mode == "handshakes" ? "---|" : "")
    for (t = 1; t <= count; t++) row(tools[t])
    exit
  }
  line = "%-18s %-24s %-24s %-18s %-24s %-15s %-12s"
  printf line "%s\n", "tool", thing "s", "us CPU per " thing, mode == "handshakes" ? "times its like" : "times wrk", thing "s/s",
    "peak MB", "others %", mode == "connected" ? "   connections" : mode == "handshakes" ? "   resumed %" : ""
  for (t = 1; t <= count; t++)
    printf line "%s\n", tools[t], spread("requests", tools[t], "%d"), spread("cpu", tools[t], "%.2f"),
      spread("ratio", tools[t], "%.2f"), spread("rate", tools[t], "%d"), spread("peak", tools[t], "%d"),
      spread("others", tools[t], "%d"),
      mode == "connected" ? "   " spread("most", tools[t], "%d") : mode == "handshakes" ? "   " spread("resumed", tools[t], "%d") : ""
  if (disturbed) print "others had more than 10 % of a core in " disturbed " turns: repeat it on a quiet machine"
}
