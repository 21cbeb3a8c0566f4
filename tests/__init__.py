"""What the project promises, as tests; `tests.servers` starts the real parts they run on."""
