"""Every screen as a picture, to be looked at beside the design."""
