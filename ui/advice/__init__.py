"""What two debriefs suggest, for the pages that show it: the owner decides, and each way begins something real."""
