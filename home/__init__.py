"""What presents the directory: front page, doors, life situations, municipalities, articles."""
