"""The municipality's own words, edited by its administrators."""
