"""One page that shows every shared widget in each of its states."""
