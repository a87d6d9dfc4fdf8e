"""The page that opens: yesterday's plan, today's reflection, the next plan."""
