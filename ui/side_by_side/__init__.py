"""The conversations of one kit beside each other, question by question, without a sum."""
