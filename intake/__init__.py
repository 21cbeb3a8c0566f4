"""How content arrives from elsewhere: the national service catalogue (PTV)."""
