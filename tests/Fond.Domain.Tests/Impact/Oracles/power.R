source("common.R")
# The smallest effect that is found four times of five; n are the sizes of all the groups and waves that are contrasted.
point <- function(tail) qnorm(1 - tail)
means <- function(n, tail = 0.025) {
  df <- sum(n - 1); se <- sqrt(sum(1 / n)); value <- (qt(1 - tail, df) + qt(0.8, df)) * se; t <- qt(1 - tail, df)
  if (min(n) >= 15) stopifnot(abs(pt(-t, df, value / se) + pt(t, df, value / se, lower.tail = FALSE) - 0.8) < 0.01) # the exact power
  list(n = n, tail = tail, value = value)
}
stopifnot(abs(power.t.test(n = 800, power = 0.8)$delta - means(c(800, 800))$value) < 1e-3)
table_of("detectablemeans", list(means(c(2, 2)), means(c(20, 20)), means(c(15, 60)), means(c(1000, 1000)), means(c(5000000, 20)), means(c(800, 800, 800, 800)), means(c(40, 40, 50, 50), 0.0125), means(c(2, 2, 2, 2), 0.025 / 6), means(c(100000, 100000, 90000, 90000), 0.005)))

levels <- function(variance, limits) function(n, p, rise, changes = FALSE, tail = 0.025) {
  gap <- function(q) {
    both <- sum(1 / n); before <- if (changes) variance(p) * both else 0; c <- (n[1] * q + n[2] * p) / sum(n)
    abs(q - p) - point(tail) * sqrt(variance(c) * both + before) - qnorm(0.8) * sqrt(variance(q) / n[1] + variance(p) / n[2] + before)
  }
  list(n = n, expected = p, rise = as.integer(rise), changes = as.integer(changes), tail = tail, value = uniroot(gap, if (rise) c(p, limits(p)) else c(0, p), tol = 1e-15)$root - p)
}
shares <- levels(function(p) p * (1 - p), function(p) 1)
same <- shares(c(100, 100), 0.5, TRUE)
stopifnot(abs(power.prop.test(n = 100, p1 = 0.5, power = 0.8, tol = 1e-12)$p2 - 0.5 - same$value) < 1e-7)
table_of("detectableshares", list(same, shares(c(100, 100), 0.5, FALSE), shares(c(40, 200), 0.1, TRUE), shares(c(100000, 100000), 0.02, TRUE), shares(c(60, 60), 0.3, FALSE),
  shares(c(800, 800), 0.68, TRUE, TRUE), shares(c(800, 800), 0.68, TRUE, TRUE, 0.0125), shares(c(150, 90), 0.5, FALSE, TRUE, 0.005)))

rates <- levels(identity, function(p) 100 * p)
table_of("detectablerates", list(rates(c(100, 100), 2, TRUE), rates(c(100, 100), 2, FALSE), rates(c(40, 200), 0.5, FALSE, TRUE, 0.0125), rates(c(100000, 100000), 0.02, TRUE, TRUE)))

# Noether 1987, solved for the chance.
ranks <- function(n, tail = 0.025) { value <- uniroot(function(d) (point(tail) + qnorm(0.8)) / sqrt(12 * prod(n / sum(n)) * sum(n)) - d, c(1e-9, 1), tol = 1e-15)$root; list(n = n, tail = tail, value = value) }
table_of("detectableranks", list(ranks(c(40, 50)), ranks(c(20, 20), 0.0125), ranks(c(100000, 90000))))
