"""What a person does on her career pathway: one function per use case, one step each."""
