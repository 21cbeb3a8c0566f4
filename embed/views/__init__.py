"""The app's pages, by what they are for."""
