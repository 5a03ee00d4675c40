# Groups of clients.
