"""What visitors see of finding."""
