source("common.R")
holm <- function(p) list(p = p, adjusted = p.adjust(p, "holm"))
table_of("holm", list(holm(0.04), holm(c(0.01, 0.04, 0.03, 0.005)), holm(c(0.5, 0.5, 0.9)), holm(c(1e-10, 0.02, 0.02, 1)), holm(c(0.2, 0.01, 0.01, 0.3, 0.011))))
means <- function(n, m) list(n = n, m = m, value = (qt(0.975, n + m - 2) + qt(0.8, n + m - 2)) * sqrt(1 / n + 1 / m))
table_of("detectablemeans", list(means(2, 2), means(20, 20), means(15, 60), means(1000, 1000), means(5000000, 20)))
shares <- function(n, m, p, rise) {
  gap <- function(q) { c <- (n * q + m * p) / (n + m); abs(q - p) - z * sqrt(c * (1 - c) * (1 / n + 1 / m)) - qnorm(0.8) * sqrt(q * (1 - q) / n + p * (1 - p) / m) }
  list(n = n, m = m, expected = p, rise = as.integer(rise), value = uniroot(gap, if (rise) c(p, 1) else c(0, p), tol = 1e-14)$root - p)
}
same <- shares(100, 100, 0.5, TRUE)
stopifnot(abs(power.prop.test(n = 100, p1 = 0.5, power = 0.8, tol = 1e-12)$p2 - 0.5 - same$value) < 1e-7)
table_of("detectableshares", list(same, shares(100, 100, 0.5, FALSE), shares(40, 200, 0.1, TRUE), shares(100000, 100000, 0.02, TRUE), shares(60, 60, 0.3, FALSE)))
