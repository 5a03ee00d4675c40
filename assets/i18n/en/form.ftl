# Labels of a client’s card and of its form.
