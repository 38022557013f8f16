source("common.R")
# Sums of independent parts, each with score limits z wide, squares added (Zou and Donner 2008); p is that of the interval which just reaches zero.
wilson <- function(e, n, z) { p <- e / n; (p + z^2 / (2 * n) + c(-1, 1) * z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))) / (1 + z^2 / n) }
poisson <- function(e, t, z) (e + z^2 / 2 + c(-1, 1) * z * sqrt(e + z^2 / 4)) / t
stopifnot(max(abs(wilson(7, 20, z) - prop.test(7, 20, correct = FALSE)$conf.int)) < 1e-12)
# The poisson limits are where the score test of a rate gives just z.
stopifnot(max(abs(abs(7 - poisson(7, 20, z) * 20) / sqrt(poisson(7, 20, z) * 20) - z)) < 1e-12)

contrast <- function(e, n, sign, limits, least) {
  value <- sum(sign * e / n)
  at <- function(z) {
    parts <- sapply(seq_along(e), function(i) sort(limits(e[i], n[i], z))); down <- e / n - parts[1, ]; up <- parts[2, ] - e / n
    c(value - sqrt(sum(ifelse(sign > 0, down, up)^2)), value + sqrt(sum(ifelse(sign > 0, up, down)^2)))
  }
  nearest <- function(z) at(z)[if (value > 0) 1 else 2]
  reached <- if (abs(value) < 1e-15) 0 else if (sign(nearest(37)) == sign(value)) Inf else uniroot(nearest, c(0, 37), tol = 1e-15)$root
  list(e = e, n = n, sign = sign, value = value, lower = at(z)[1], upper = at(z)[2], p = max(2 * pnorm(-reached), least(n)))
}
floor_of <- function(n) 2^(1 - sum(n))
none <- function(n) 0
did <- c(1, -1, -1, 1)
shares4 <- function(e, n) contrast(e, n, did, wilson, floor_of)
table_of("shares4", list(
  shares4(c(30, 22, 20, 21), c(50, 51, 48, 52)), shares4(c(18, 9, 10, 11), c(20, 20, 20, 20)), shares4(c(0, 0, 3, 0), c(12, 9, 10, 11)),
  shares4(c(1, 0, 0, 1), c(1, 1, 1, 1)), shares4(c(3, 0, 0, 3), c(3, 3, 3, 3)), shares4(c(5, 5, 5, 5), c(10, 10, 10, 10)), shares4(c(1, 2, 1, 0), c(2, 3, 2, 2)),
  shares4(c(640, 545, 560, 548), c(800, 801, 799, 806)), shares4(c(60600, 60000, 60100, 60050), c(100000, 100000, 100000, 100000)), shares4(c(400, 350, 380, 390), c(1000000, 900000, 1000000, 1100000))))

rates <- function(e, t) contrast(e, t, c(1, -1), poisson, none)
table_of("rates", list(
  rates(c(12, 30), c(40, 50)), rates(c(0, 0), c(40, 50)), rates(c(0, 6), c(10, 11)), rates(c(6, 0), c(10, 11)), rates(c(41, 15), c(28010, 19017)), rates(c(1, 1), c(1, 2)),
  rates(c(7, 7), c(3.5, 3.5)), rates(c(90000, 91000), c(100000, 100000)), rates(c(2000000, 2003000), c(1500000, 1500000))))

rates4 <- function(e, t) contrast(e, t, did, poisson, none)
table_of("rates4", list(
  rates4(c(12, 30, 25, 22), c(40, 41, 50, 52)), rates4(c(0, 4, 2, 1), c(10, 11, 12, 9)), rates4(c(0, 0, 0, 0), c(10, 11, 12, 9)), rates4(c(9, 0, 0, 8), c(3.5, 2, 4, 5)),
  rates4(c(5, 5, 5, 5), c(10, 10, 10, 10)), rates4(c(90000, 91000, 90500, 90400), c(100000, 100000, 100000, 100000)),
  rates4(c(2000000, 2003000, 2001500, 2000400), c(1500000, 1500000, 1600000, 1600000))))

# Number needed: Newcombe's difference turned over.
nnt <- function(e, n) { d <- contrast(e, n, c(1, -1), wilson, none); through <- d$lower <= 0 && d$upper >= 0; l <- 1 / c(d$lower, d$upper)
  list(e = e, n = n, value = 1 / d$value, lower = if (through) l[1] else l[2], upper = if (through) l[2] else l[1], through = as.integer(through), p = fisher.test(matrix(c(e, n - e), 2))$p.value) }
table_of("nnt", list(nnt(c(30, 10), c(100, 100)), nnt(c(10, 30), c(100, 100)), nnt(c(12, 10), c(100, 100)), nnt(c(9, 10), c(100, 100)), nnt(c(10, 0), c(10, 20)), nnt(c(61000, 60000), c(100000, 100000)),
  nnt(c(0, 20), c(10, 20)), nnt(c(1, 0), c(1, 1)), nnt(c(0, 1), c(1, 1)), nnt(c(1, 0), c(1, 2)), nnt(c(1, 0), c(2, 2)), nnt(c(1, 2), c(2, 2)), nnt(c(2, 0), c(2, 2)),
  nnt(c(6005000, 6000000), c(10000000, 10000000))))
