# Answers of the commands on the command line.
