"""What people search for, counted without telling of anybody, and the thesaurus grown from it."""
