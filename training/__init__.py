"""How the coder's data is made and its weights are trained; not part of the package that users install."""
