"""One module per command: it parses, calls a service and prints."""
