source("common.R")
wilson <- function(e, n) { p <- e / n; (2 * e + z^2 + c(-1, 1) * z * sqrt(z^2 + 4 * e * (1 - p))) / (2 * (n + z^2)) }
newcombe <- function(e, n) {
  p <- e / n; a <- wilson(e[1], n[1]); b <- wilson(e[2], n[2]); d <- p[1] - p[2]
  c(d, d - sqrt((p[1] - a[1])^2 + (b[2] - p[2])^2), d + sqrt((a[2] - p[1])^2 + (p[2] - b[1])^2))
}
fisher <- function(e, n) fisher.test(matrix(c(e, n - e), 2))$p.value
log_interval <- function(ratio, v) ratio * exp(c(0, -1, 1) * z * sqrt(v))
case <- function(e, n) {
  d <- newcombe(e, n); h <- if (any(c(e, n - e) == 0)) 0.5 else 0
  a <- e[1] + h; b <- n[1] - e[1] + h; c <- e[2] + h; dd <- n[2] - e[2] + h
  rr <- log_interval((a / (a + b)) / (c / (c + dd)), 1 / a - 1 / (a + b) + 1 / c - 1 / (c + dd))
  or <- log_interval(a * dd / (b * c), 1 / a + 1 / b + 1 / c + 1 / dd)
  list(e = e, n = n, value = d[1], lower = d[2], upper = d[3], p = fisher(e, n), rr = rr[1], rrlower = rr[2], rrupper = rr[3], or = or[1], orlower = or[2], orupper = or[3])
}
table_of("shares", list(
  case(c(56, 48), c(70, 80)), case(c(9, 3), c(10, 10)), # Newcombe 1998
  case(c(3, 1), c(4, 4)), # Fisher's tea
  case(c(104, 189), c(11037, 11034)), # aspirin and myocardial infarction, Physicians' Health Study
  case(c(10, 0), c(10, 20)), case(c(0, 5), c(12, 9)), case(c(1, 0), c(1, 1)), case(c(1, 1), c(2, 1)), case(c(5, 5), c(5, 6)),
  case(c(2, 7), c(2, 10)), case(c(50, 50), c(100, 100)), case(c(60000, 61000), c(100000, 100000)), case(c(400, 350), c(1000000, 1000000)),
  case(c(0, 0), c(10, 12)), case(c(0, 0), c(1, 1)), case(c(10, 12), c(10, 12)), case(c(1, 1), c(1, 1)), # nobody, and everybody
  case(c(2, 0), c(2, 2)), case(c(0, 2), c(2, 50)), case(c(0, 40), c(200, 200)), case(c(0, 12), c(1000000, 900000)), case(c(59000, 61000), c(100000, 100000))))

exact <- function(e, n) { ci <- if (n > 0) binom.test(e, n)$conf.int; list(e = e, n = n, value = e / n, lower = ci[1], upper = ci[2]) }
table_of("share", list(exact(0, 1), exact(1, 1), exact(1, 2), exact(0, 10), exact(10, 10), exact(7, 10), exact(81, 263), exact(1, 10000000), exact(5000000, 10000000), exact(9999999, 10000000), exact(40000, 100000), exact(0, 2), exact(2, 2), exact(1, 3), exact(0, 10000000), exact(10000000, 10000000)))
