"""The national service catalogue (PTV): its files read, its records turned into page values."""
