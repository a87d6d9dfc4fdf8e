"""Work that is handed over: its brief, its history, its debrief; and what stays with the owner for now."""
