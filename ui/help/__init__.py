"""The help: one short text for each page, one about the words, one about privacy."""
