"""A request that is no longer one's to see: said kindly, and alike of all."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpResponse

from laget.web.page import PageRequest, page

View = Callable[..., HttpResponse]


def kindly(view: View) -> View:
    """Instead of a bare 404: a colleague was first, most often.

    Word for word the same for what one may not see and for what never was.
    """

    @wraps(view)
    def door(request: PageRequest, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, **kwargs)
        except Http404:
            return page(request, "staff/requests/gone.html", status=404)

    return door
