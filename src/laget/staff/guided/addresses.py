"""Addresses of pages that another area may bring, or not have yet."""

from django.urls import NoReverseMatch, get_resolver, reverse


def address_if_any(name: str, *args: object) -> str:
    """The page's address; empty where no page has that name and these keys."""
    if not get_resolver().reverse_dict.getlist(name):
        return ""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
