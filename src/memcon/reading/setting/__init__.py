"""When and where each act took place, by its own words."""
