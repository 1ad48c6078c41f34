"""The look: tokens, type, palette, style sheet and icons. The only place that knows a colour."""
