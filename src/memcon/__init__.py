"""memcon: the record that news reports of diplomacy and conflict hold."""
