"""Names, their forms, and what short words stand for them."""
