"""Trains the reader's model; needs PyTorch, which running dragoman does not."""
