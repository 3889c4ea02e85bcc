"""Maps as inline drawings, from positions and the borders of the world. Knows no articles but in `places.py`."""
