"""Who is credited with a figure."""
