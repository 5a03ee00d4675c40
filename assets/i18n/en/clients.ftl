# The list of clients and the card beside it.
