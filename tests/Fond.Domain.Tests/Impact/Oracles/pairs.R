source("common.R")
wilson <- function(e, n) if (n == 0) c(0, 1) else prop.test(e, n, correct = FALSE)$conf.int[1:2]
# Newcombe 1998, paired, method 10: how many held both times, before alone, after alone, neither time.
interval <- function(both, before, after, neither) {
  n <- both + before + after + neither; p <- c(both + after, both + before) / n
  a <- suppressWarnings(wilson(both + after, n)); b <- suppressWarnings(wilson(both + before, n))
  margins <- prod(as.numeric(c(both + before, after + neither, both + after, before + neither))); d <- both * neither - before * after
  if (d > n / 2) d <- d - n / 2 else if (d > 0) d <- 0
  phi <- if (margins == 0) 0 else d / sqrt(margins); value <- p[1] - p[2]
  length <- function(x, y) sqrt(max(0, x^2 - 2 * phi * x * y + y^2))
  c(value, value - length(p[1] - a[1], b[2] - p[2]), value + length(a[2] - p[1], p[2] - b[1]))
}
shares <- function(both, before, after, neither) {
  i <- interval(both, before, after, neither); p <- if (before + after == 0) 1 else binom.test(before, before + after)$p.value
  list(answers = c(both, before, after, neither), value = i[1], lower = i[2], upper = i[3], p = p)
}
table_of("pairedshares", list(
  shares(43, 0, 7, 0), shares(54, 0, 0, 0), shares(53, 0, 1, 0), shares(30, 9, 3, 12), # Newcombe's own kind of tables
  shares(794, 150, 86, 570), # Agresti: approval of the prime minister, asked twice
  shares(1, 0, 0, 0), shares(0, 0, 1, 0), shares(0, 1, 1, 0), shares(1, 0, 1, 0), shares(0, 5, 9, 0), shares(20, 2, 3, 25), shares(10, 20, 21, 4), shares(60000, 10000, 10400, 19600),
  shares(0, 0, 0, 5), shares(0, 0, 2, 0), shares(0, 2, 0, 0), shares(1, 0, 0, 1), shares(0, 30, 0, 10), shares(0, 1, 12, 90000),
  shares(3000000, 501000, 500000, 1999000)))

ranks <- function(before, after) {
  d <- after - before; w <- suppressWarnings(wilcox.test(after, before, paired = TRUE)); i <- interval(0, sum(d < 0), sum(d > 0), sum(d == 0))
  list(before = before, after = after, value = i[1], lower = i[2], upper = i[3], p = w$p.value)
}
set.seed(19)
steps <- function(n, shift) { b <- sample(1:5, n, TRUE); list(b, pmin(5, pmax(1, b + sample(c(-1, 0, 1, 2), n, TRUE, c(1, 2, 1 + shift, shift))))) }
many <- function(n, shift) { s <- steps(n, shift); ranks(s[[1]], s[[2]]) }
table_of("signedrank", list(
  ranks(c(1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30), c(0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29)), # Hollander and Wolfe 1973, 29f
  ranks(2, 5), ranks(c(2, 3), c(5, 1)), ranks(c(2, 2), c(3, 3)), ranks(c(1, 2, 3), c(1, 2, 4)), ranks(c(1, 1, 4, 5), c(2, 2, 3, 4)), ranks(c(5, 4, 3), c(1, 1, 1)),
  ranks(c(1, 1, 1), c(1, 1, 2)), ranks(c(1, 2, 3, 4), c(2, 3, 4, 5)), ranks(c(3, 3, 3, 3), c(1, 2, 4, 5)), ranks(rep(1, 60), c(rep(1, 59), 2)),
  many(20, 0.5), many(200, 0.2), many(3000, 0.02), ranks(round(rnorm(49), 6), round(rnorm(49, 0.3), 6)), ranks(round(rnorm(60), 6), round(rnorm(60, 0.3), 6)),
  ranks(1e9 + c(1, 4, 2, 8, 5, 7, 3, 6, 9, 0), 1e9 + c(3, 4, 9, 20, 5, 18, 1, 7, 23, -6))))

changes <- function(before, after, before2, after2) {
  t <- t.test(after - before, after2 - before2)
  list(before = before, after = after, before2 = before2, after2 = after2, value = mean(after - before) - mean(after2 - before2), lower = t$conf.int[1], upper = t$conf.int[2], p = t$p.value)
}
drawn <- function(n, mean, sd) round(rnorm(n, mean, sd), 2)
group <- function(n, gain) { b <- drawn(n, 50, 10); list(b, b + drawn(n, gain, 6)) }
two <- function(n, m) { g <- group(n, 3); h <- group(m, 1); changes(g[[1]], g[[2]], h[[1]], h[[2]]) }
table_of("changes", list(changes(c(1, 2), c(2, 5), c(4, 4), c(5, 4)), changes(c(1, 2, 3), c(2, 3, 4), c(4, 4), c(5, 4)), changes(c(0, 0), c(0, 1), c(0, 0, 0, 0), c(0, 0, 1, 0)), two(12, 20), two(800, 805), two(3, 200),
  changes(1e9 + c(1, 2, 5, 3), 1e9 + c(4, 4, 9, 8), 1e9 + c(2, 7, 4, 1, 6), 1e9 + c(3, 7, 6, 1, 8))))
