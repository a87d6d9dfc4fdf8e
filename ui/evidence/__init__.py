"""What the log says of handed-over work, for whichever page shows it: numbers, records behind each, where it stands."""
