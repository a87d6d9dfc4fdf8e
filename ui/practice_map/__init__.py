"""Practice map: who has done which kind of work, and what only the owner has ever done."""
