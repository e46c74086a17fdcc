"""What dragoman costs: sentences a second and memory, beside the bare encoder in the same run."""
