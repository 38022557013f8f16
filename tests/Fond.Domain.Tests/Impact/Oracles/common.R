# Writes a table with 15 digits; lists of numbers are one cell, separated by spaces.
table_of <- function(name, rows) {
  cells <- lapply(rows, function(r) vapply(r, function(x) if (is.numeric(x)) paste(sprintf("%.15g", x), collapse = " ") else as.character(x), ""))
  text <- vapply(cells, function(r) paste(trimws(r), collapse = ","), "")
  writeLines(c(paste(names(rows[[1]]), collapse = ","), text), paste0(name, ".csv"))
}
z <- qnorm(0.975)
