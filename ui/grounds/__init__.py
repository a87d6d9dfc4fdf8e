"""What may not be asked: the card, and the line beside what touches it."""
