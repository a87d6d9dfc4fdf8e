"""How our practices land with somebody: what a candidate's conversation and a report's sheet have in common."""
