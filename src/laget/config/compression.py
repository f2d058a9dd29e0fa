"""Pages are sent compressed where that cannot give away what is in them."""

from django.http import HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware


class CompressWhatReflectsNothing(GZipMiddleware):
    """Compress an answer only if nobody outside could have put words into it.

    Words chosen by an attacker, next to a secret, let them guess the secret from the
    compressed size (BREACH). They come in a query or a form; what answers neither,
    reflects nothing. Django's random padding stands behind this as a second guard.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        reflects = request.method != "GET" or request.META.get("QUERY_STRING")
        if reflects or response.status_code != 200:
            return response
        return super().process_response(request, response)
