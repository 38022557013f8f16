source("common.R")
# Newcombe 2006, method 5.
limits <- function(theta, n, m) {
  s <- (n + m) / 2 - 1
  away <- function(t) (t - theta)^2 - z^2 * t * (1 - t) * (1 + s * ((1 - t) / (2 - t) + t / (1 + t))) / (n * m)
  c(if (theta == 0) 0 else uniroot(away, c(0, theta - 1e-9), tol = 1e-14)$root, if (theta == 1) 1 else uniroot(away, c(theta + 1e-9, 1), tol = 1e-14)$root)
}
ranks <- function(x, y) {
  w <- suppressWarnings(wilcox.test(x, y)); theta <- unname(w$statistic) / (length(x) * length(y)); ci <- limits(theta, length(x), length(y))
  list(x = x, y = y, value = theta, lower = ci[1], upper = ci[2], p = w$p.value)
}
set.seed(11)
table_of("ranks", list(
  ranks(c(0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46), c(1.15, 0.88, 0.90, 0.74, 1.21)), # Hollander and Wolfe 1973, 69f
  ranks(c(1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1), c(3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4)), # pain scores, Brunner and Munzel 2000
  ranks(c(4, 5, 6), c(1, 2, 3)), ranks(c(1, 2), c(3, 4)), ranks(c(1, 2, 3), c(1, 2, 3)), ranks(c(1, 1, 1, 2), c(2, 2, 2, 2, 2)),
  ranks(round(rnorm(49), 6), round(rnorm(49, 0.3), 6)), ranks(round(rnorm(50), 6), round(rnorm(30, 0.6), 6)),
  ranks(sample(1:5, 200, TRUE), sample(1:5, 180, TRUE, c(1, 2, 3, 4, 5))),
  ranks(sample(1:5, 3000, TRUE), sample(1:5, 2500, TRUE, c(19, 20, 20, 20, 21))), ranks(round(rnorm(2000), 6), round(rnorm(2100, 0.05), 6)),
  ranks(1:8, 9:20), ranks(9:20, 1:8), ranks(c(1, 1, 2, 2, 2), c(3, 3, 4)), ranks(rep(1:2, 150), rep(3:5, 80)), # one group wholly below the other
  ranks(c(0, 0), c(0, 1)), ranks(c(0, 0, 0, 0, 3), c(0, 0, 0, 0, 0, 0)), ranks(c(5, 9), 1:40), ranks(c(2, 2), rep(1:3, 20)),
  ranks(1e9 + c(1, 5, 9, 7, 3, 8), 1e9 + c(2, 4, 3, 1, 6, 0, 5))))
