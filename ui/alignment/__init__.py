"""The alignment sheet of somebody in the team: how our practices land with them, and when that is looked at again."""
