"""Report formats: each a module with a function `render(result)` that gives text, or bytes for a spreadsheet."""
