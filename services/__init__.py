"""The directory's content: organisations, the four kinds of entry, codes, schedules, hours."""
