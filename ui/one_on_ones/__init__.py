"""The one-on-one: what there is to talk about, what is noted and promised, and how it ends."""
