"""The page on which one sees oneself in a framework: levels now and wanted, why, and what shows it."""
