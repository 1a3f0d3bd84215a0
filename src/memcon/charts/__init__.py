"""Pictures of what analysis finds, as Altair charts and as SVG that reads without a script: titles, links, labels for screen readers.

Altair and vl-convert are loaded when a picture is drawn.
"""
