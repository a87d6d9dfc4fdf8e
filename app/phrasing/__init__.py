"""Phrasing: phrases that blame somebody, found in what is written, and the question behind each."""
