"""What a figure counts or measures."""
