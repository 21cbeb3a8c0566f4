"""The addresses under `/api/directory/`, a file for each."""
