source("common.R")
ratio <- function(e, t) { x <- poisson.test(e, t); list(e = e, t = t, value = e[1] / t[1] / (e[2] / t[2]), lower = x$conf.int[1], upper = x$conf.int[2], p = x$p.value) }
table_of("rateratio", list(
  ratio(c(11, 6 + 8 + 7), c(800, 1083 + 1050 + 878)), # the example of R's own page on poisson.test
  ratio(c(41, 15), c(28010, 19017)), # breast cancer after fluoroscopy, Rothman and Greenland
  ratio(c(0, 3), c(10, 10)), ratio(c(0, 1), c(5, 50)), ratio(c(1, 1), c(1, 1)), ratio(c(12, 30), c(40, 50)), ratio(c(10, 10), c(100, 100)), ratio(c(90000, 91000), c(100000, 100000)),
  ratio(c(0, 1), c(1, 1)), ratio(c(2, 1), c(0.5, 0.25)), ratio(c(0, 400), c(10, 10)), ratio(c(0, 9), c(1000000, 900000)), ratio(c(2000000, 2003000), c(1500000, 1500000))))
