"""What must be shown of safety, row by row of its table: in full by `dev.py stress`, in short form by the suite."""
