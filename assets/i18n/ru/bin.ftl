# The bin: deleted cards.
