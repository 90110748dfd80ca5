# Reads the term table of a study as tidytext has it (one row a document and term) and as a document-term matrix of tm, which
# quanteda takes over by as.dfm(); prints documents, terms, tokens and the most frequent terms of both.
# Rscript read-terms.R FOLDER, with the folder of `guizhang derive --to FOLDER PATH`.
suppressPackageStartupMessages({ library(slam); library(tm) })
folder <- commandArgs(trailingOnly = TRUE)[1]
rows <- read.csv(file.path(folder, "terms.csv"), encoding = "UTF-8", colClasses = c("character", "character", "character", "integer"))
document <- paste(rows$source, rows$part, sep = "#")
documents <- sort(unique(document), method = "radix")
terms <- sort(unique(rows$term), method = "radix")
matrix <- simple_triplet_matrix(match(document, documents), match(rows$term, terms), rows$count,
  nrow = length(documents), ncol = length(terms), dimnames = list(Docs = documents, Terms = terms))
dtm <- as.DocumentTermMatrix(matrix, weighting = weightTf)
cat(nrow(dtm), ncol(dtm), sum(dtm$v), "\n")
totals <- col_sums(dtm)
first <- order(-totals, names(totals), method = "radix")[1:5]
for (i in first) cat(enc2utf8(names(totals)[i]), totals[i], "\n")
