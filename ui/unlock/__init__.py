"""All that is seen while no journal is open."""
