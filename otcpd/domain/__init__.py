"""What the profession means: frozen dataclasses, enums and pure rules. No Qt, SQL, files or clock."""
