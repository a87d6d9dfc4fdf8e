"""Reflections: one sitting in the journal, with its commitments, revisions and trash."""
