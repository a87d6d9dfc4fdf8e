"""The visual language: values, letters, icons and what every widget looks like."""
