source("common.R")
holm <- function(p) list(p = p, adjusted = p.adjust(p, "holm"))
table_of("holm", list(holm(0.04), holm(c(0.01, 0.04, 0.03, 0.005)), holm(c(0.5, 0.5, 0.9)), holm(c(1e-10, 0.02, 0.02, 1)), holm(c(0.2, 0.01, 0.01, 0.3, 0.011)), holm(c(0, 0.03, 0)), holm(c(1, 1)), holm(c(0.02, 0.02)), holm(c(1e-300, 0.049, 1e-300, 0.024999))))
