"""Tests that read the whole demo region, loaded once."""
