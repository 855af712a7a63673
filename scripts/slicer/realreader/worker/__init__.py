"""The process that runs inputs, and its client."""
