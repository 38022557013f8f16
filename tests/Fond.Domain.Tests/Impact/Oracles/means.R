source("common.R")

# Sums and differences of independent means: Welch and Satterthwaite.
contrast <- function(n, mean, sd, sign) {
  v <- sd^2 / n
  value <- sum(sign * mean); se <- sqrt(sum(v)); df <- sum(v)^2 / sum(v^2 / (n - 1))
  list(n = n, mean = mean, sd = sd, sign = sign, value = value, lower = value - qt(0.975, df) * se, upper = value + qt(0.975, df) * se, p = 2 * pt(-abs(value / se), df))
}
# Values with just this n, mean and sd, for t.test itself.
made <- function(n, mean, sd) { x <- seq_len(n); mean + sd * (x - mean(x)) / sd(x) }
checked <- function(n, mean, sd) {
  ours <- contrast(n, mean, sd, c(1, -1)); theirs <- t.test(made(n[1], mean[1], sd[1]), made(n[2], mean[2], sd[2]))
  stopifnot(abs(ours$p - theirs$p.value) < 1e-10, abs(ours$lower - theirs$conf.int[1]) < 1e-7 * max(1, abs(ours$lower)))
  ours
}
table_of("means", list(
  checked(c(15, 12), c(20.5, 17.25), c(3.1, 5.4)),
  checked(c(2, 2), c(5, 3), c(1, 2)),
  checked(c(2, 40), c(5, 3), c(1, 2)),
  checked(c(10, 12), c(5, 4), c(0.001, 1.5)),
  checked(c(500, 450), c(61.2, 61.2), c(11, 12)),
  checked(c(3000, 20000), c(1e9, 1e9 + 3), c(120, 90)),
  checked(c(2, 3), c(0, 0), c(1, 2)),
  contrast(c(2, 2), c(5, 4), c(0, 0.5), c(1, -1)),
  contrast(c(20, 20), c(-1e9, -1e9 - 0.5), c(1, 1), c(1, -1)),
  contrast(c(10, 12), c(5, 4), c(0, 1.5), c(1, -1)),
  contrast(c(9000000, 8000000), c(10.001, 10), c(2, 3), c(1, -1)),
  contrast(c(30, 30), c(100, 0), c(1, 1), c(1, -1)),
  contrast(c(40, 45, 38, 41), c(14.2, 11, 12.1, 11.4), c(3.5, 3.2, 4.1, 3.9), c(1, -1, -1, 1)),
  contrast(c(2, 2, 2, 2), c(4, 1, 2, 2), c(1, 2, 3, 0.5), c(1, -1, -1, 1)),
  contrast(c(100000, 90000, 80000, 70000), c(4, 1, 2, 2), c(10, 20, 30, 5), c(1, -1, -1, 1))))

paired <- function(before, after) {
  t <- t.test(after, before, paired = TRUE)
  list(before = before, after = after, value = mean(after - before), lower = t$conf.int[1], upper = t$conf.int[2], p = t$p.value)
}
set.seed(5)
table_of("paired", list(
  paired(sleep$extra[sleep$group == 1], sleep$extra[sleep$group == 2]), # Student 1908
  paired(c(1, 2), c(2, 5)),
  paired(c(10, 10, 10), c(10, 10, 11)),
  paired(c(4, 4), c(5, 3)), # no change on the whole
  paired(c(0, 0, 0, 0, 2), c(0, 0, 0, 1, 0)),
  paired(c(3, 3, 4, 4, 5, 5), c(2, 3, 3, 3, 3, 4)), # nobody upwards
  paired(c(1e9 + 1, 1e9 + 2, 1e9 + 5), c(1e9 + 4, 1e9 + 4, 1e9 + 9)),
  paired(round(rnorm(200, 50, 10), 2), round(rnorm(200, 53, 10), 2)),
  paired(round(rnorm(3000, 50, 10), 2), round(rnorm(3000, 50.3, 10), 2))))

ancova <- function(intervention, before, after) {
  fit <- lm(after ~ intervention + before); ci <- confint(fit)["intervention", ]
  list(intervention = intervention, before = before, after = after, value = unname(coef(fit)["intervention"]), lower = unname(ci[1]), upper = unname(ci[2]), p = summary(fit)$coefficients["intervention", 4])
}
b <- round(rnorm(120, 50, 10), 1); g <- rep(0:1, 60)
table_of("ancova", list(
  ancova(rep(c(1, 0), each = 6), c(80.5, 84.9, 81.5, 82.6, 79.9, 88.7, 80.7, 89.4, 91.8, 74.0, 78.1, 88.3), c(82.2, 85.6, 81.4, 81.9, 76.4, 103.6, 80.2, 80.1, 86.4, 86.3, 76.1, 78.1)),
  ancova(c(1, 1, 0, 0), c(1, 2, 2, 4), c(3, 5, 2, 5)),
  ancova(c(1, 1, 1, 0, 0, 0), c(1, 1, 2, 2, 2, 2), c(3, 4, 5, 2, 3, 2)), # one group with the same baseline throughout
  ancova(rep(0:1, each = 6), c(1, 1, 2, 2, 3, 3, 1, 2, 2, 3, 3, 3), c(0, 0, 1, 1, 1, 0, 1, 1, 0, 1, 1, 1)), # ties, and zeros
  ancova(c(1, 1, rep(0, 8)), c(5, 7, 1:8), c(9, 9, 2, 1, 4, 4, 6, 5, 8, 7)), # two beside eight
  ancova(g, b, round(10 + 0.7 * b + 2 * g + rnorm(120, 0, 6), 1)),
  ancova(g, b + 1e7, round(10 + 0.7 * b + 2 * g + rnorm(120, 0, 6), 1)),
  with(list(g = rep(0:1, c(1400, 1600)), b = round(rnorm(3000, 50, 10), 1)), ancova(g, b, round(10 + 0.7 * b + 0.4 * g + rnorm(3000, 0, 6), 1)))))

# CR2 and Bell and McCaffrey's degrees of freedom from their general definitions, matrix by matrix, of a regression on one indicator for each term; rows are units in a term.
cr2 <- function(term, unit, n, mean, sign = c(1, -1), spread = 1) {
  row <- rep(seq_along(n), n); id <- unit[row]; x <- outer(term[row], seq_along(sign), "==") * 1; l <- sign
  y <- unlist(lapply(seq_along(n), function(i) if (n[i] == 1) mean[i] else mean[i] + spread * scale(seq_len(n[i]))[, 1]))
  bread <- solve(crossprod(x)); beta <- bread %*% crossprod(x, y); e <- y - x %*% beta; h <- x %*% bread %*% t(x)
  meat <- 0; gs <- NULL
  for (i in unique(id)) {
    at <- which(id == i); xi <- x[at, , drop = FALSE]
    s <- eigen(diag(length(at)) - xi %*% bread %*% t(xi), symmetric = TRUE)
    a <- s$vectors %*% diag(ifelse(s$values > 1e-10, 1 / sqrt(pmax(s$values, 1e-300)), 0), length(at)) %*% t(s$vectors)
    u <- crossprod(xi, a %*% e[at]); meat <- meat + u %*% t(u)
    gs <- cbind(gs, t(diag(length(id)) - h)[, at, drop = FALSE] %*% a %*% xi %*% bread %*% l)
  }
  v <- (t(l) %*% bread %*% meat %*% bread %*% l)[1]; q <- crossprod(gs); df <- sum(diag(q))^2 / sum(q^2); value <- sum(l * beta)
  list(sign = sign, term = term, unit = unit, n = n, mean = mean, value = value, lower = value - qt(0.975, df) * sqrt(v), upper = value + qt(0.975, df) * sqrt(v), p = 2 * pt(-abs(value) / sqrt(v), df))
}
set.seed(23)
did <- c(1, -1, -1, 1)
# As many areas, and as large, as in Helsingborg's survey, in both waves; shares, and points of an index.
survey <- function(mean) cr2(rep(1:4, each = 4), c(1:4, 1:4, 5:8, 5:8), sample(60:80, 16, TRUE), round(mean + rnorm(16, 0, 0.03 * mean[1]), 3), did)
table_of("clusters", list(
  cr2(rep(1:2, each = 3), 1:6, rep(20, 6), c(5.1, 6, 7.2, 4, 4.4, 6.1)),
  cr2(c(1, 1, 2, 2), 1:4, c(3, 8, 2, 12), c(5.1, 6, 7.2, 4)),
  cr2(c(1, 1, 1, 2, 2, 2, 2, 2), 1:8, c(30, 1, 12, 25, 18, 40, 9, 1), c(0.4, 1, 0.5, 0.3, 0.35, 0.2, 0.42, 0)),
  cr2(c(1, 1, 2, 2, 2), 1:5, c(60, 5, 30, 31, 29), c(100, 140, 90, 95, 93)),
  cr2(rep(1:2, each = 3), c(1:3, 1:3), c(12, 7, 20, 11, 9, 21), c(5.1, 6, 7.2, 4, 4.4, 6.1)), # one group, twice
  cr2(rep(1:4, each = 3), c(1:3, 1:3, 4:6, 4:6), c(12, 7, 20, 11, 9, 21, 8, 8, 30, 9, 7, 28), c(5.1, 6, 7.2, 4, 4.4, 6.1, 4.2, 4, 5, 4.1, 3.9, 4.6), did),
  cr2(c(1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4), c(1:3, 1, 2, 9, 4:6, 4:7), c(12, 7, 20, 11, 9, 21, 8, 8, 30, 9, 7, 28, 1), c(5.1, 6, 7.2, 4, 4.4, 6.1, 4.2, 4, 5, 4.1, 3.9, 4.6, 9), did), # units that come and go
  survey(rep(c(0.8, 0.68, 0.7, 0.68), each = 4)), survey(rep(c(64, 62, 64, 62), each = 4)),
  cr2(rep(1:2, each = 3), 1:6, rep(1, 6), c(0, 0, 1, 0, 0, 0)), # one in each unit, and a group in which nobody differs
  cr2(rep(1:2, each = 20), 1:40, sample(5:60, 40, TRUE), round(rnorm(40, 50, 4), 2))))

# The same of weights that need not be whole, as the exposure behind a rate, and of more people than a matrix has room for: a row for each unit in a term, weighted by it, with a working model in which variances fall as the
# weights grow (Pustejovsky and Tipton 2018). Where the weights are whole it is cr2.
weighted <- function(term, unit, weight, mean, sign = c(1, -1)) {
  x <- outer(term, seq_along(sign), "==") * 1; l <- sign; xw <- t(x * weight)
  bread <- solve(xw %*% x); beta <- bread %*% xw %*% mean; e <- mean - x %*% beta
  away <- diag(length(term)) - x %*% bread %*% xw; spread <- away %*% (t(away) / weight)
  meat <- 0; gs <- NULL
  for (i in unique(unit)) {
    at <- which(unit == i); d <- diag(1 / sqrt(weight[at]), length(at))
    s <- eigen(d %*% spread[at, at, drop = FALSE] %*% d, symmetric = TRUE)
    a <- d %*% s$vectors %*% diag(1 / sqrt(s$values), length(at)) %*% t(s$vectors) %*% d
    xi <- xw[, at, drop = FALSE] %*% a; u <- xi %*% e[at]; meat <- meat + u %*% t(u)
    gs <- cbind(gs, t(away)[, at, drop = FALSE] %*% t(xi) %*% bread %*% l)
  }
  v <- (t(l) %*% bread %*% meat %*% bread %*% l)[1]; q <- crossprod(gs / sqrt(weight)); df <- sum(diag(q))^2 / sum(q^2); value <- sum(l * beta)
  list(sign = sign, term = term, unit = unit, weight = weight, mean = mean, value = value, lower = value - qt(0.975, df) * sqrt(v), upper = value + qt(0.975, df) * sqrt(v), p = 2 * pt(-abs(value) / sqrt(v), df))
}
same <- function(...) stopifnot(max(abs(unlist(cr2(...)[c("value", "lower", "upper", "p")]) - unlist(weighted(...)[c("value", "lower", "upper", "p")]))) < 1e-9)
same(c(1, 1, 2, 2, 2), 1:5, c(60, 5, 30, 31, 29), c(100, 140, 90, 95, 93))
same(c(1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4), c(1:3, 1, 2, 9, 4:6, 4:7), c(12, 7, 20, 11, 9, 21, 8, 8, 30, 9, 7, 28, 1), c(5.1, 6, 7.2, 4, 4.4, 6.1, 4.2, 4, 5, 4.1, 3.9, 4.6, 9), did)
set.seed(29)
many <- function(units, gain) weighted(rep(1:4, each = units), c(1:units, 1:units, units + 1:units, units + 1:units), sample(1000:9000, 4 * units, TRUE), round(rnorm(4 * units, rep(c(50 + gain, 50, 50, 50), each = units), 4), 2), did)
table_of("exposures", list(
  weighted(rep(1:2, each = 3), 1:6, c(6, 12, 18, 6, 12, 18), c(1, 1, 1, 40 / 6, 40 / 12, 40 / 18)), # the rates of UnitsTests
  weighted(c(1, 1, 1, 2, 2, 2, 2), 1:7, c(12.5, 0.75, 33.25, 8.4, 20.1, 5.05, 40.6), c(2.4, 4, 1.865, 3.09, 2.59, 5.54, 2.734)),
  weighted(c(1, 1, 1, 2, 2, 2), 1:6, c(900.125, 3.5, 4.25, 31.5, 28.75, 40), c(1.02, 3.4, 0.9, 1.5, 1.7, 1.1)), # one that is nearly all of its group
  weighted(c(1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4), c(1:3, 1, 2, 9, 4:6, 4:7), c(12.5, 7.25, 20.1, 11.4, 9.9, 21.05, 8.5, 8.75, 30.2, 9.1, 7.35, 28.6, 1.15), c(5.1, 6, 7.2, 4, 4.4, 6.1, 4.2, 4, 5, 4.1, 3.9, 4.6, 9), did),
  many(150, 0.5)))

hedges <- function(n, mean, sd) {
  df <- sum(n) - 2; d <- (mean[1] - mean[2]) / sqrt(sum((n - 1) * sd^2) / df); j <- gamma(df / 2) / gamma((df - 1) / 2) / sqrt(df / 2)
  if (!is.finite(j)) j <- exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2)
  se <- j * sqrt(sum(n) / prod(n) + d^2 / (2 * sum(n)))
  list(n = n, mean = mean, sd = sd, value = j * d, lower = j * d - z * se, upper = j * d + z * se)
}
table_of("hedges", list(
  hedges(c(50, 50), c(103, 100), c(5.5, 4.5)), # Borenstein and others 2009, chapter 4
  hedges(c(2, 2), c(5, 3), c(1, 2)), hedges(c(2, 30), c(5, 3), c(0, 2)), hedges(c(15, 12), c(17.25, 20.5), c(5.4, 3.1)), hedges(c(200000, 100000), c(10.01, 10), c(1, 1)),
  hedges(c(2, 2), c(4, 4), c(1, 2)), hedges(c(2, 3), c(0, 9), c(1, 1)), hedges(c(40, 40), c(1e9 + 1, 1e9), c(2, 2)), hedges(c(9000000, 8000000), c(10.001, 10), c(2, 3))))
