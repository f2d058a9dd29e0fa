"""How families found the help: figures for everyone, and never about a few."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from laget.organisation.models import Municipality
from laget.public.places import of_place, show
from laget.voices.figures import experience_in
from laget.web.page import PageRequest


@require_safe
@of_place
def experiences(request: PageRequest, municipality: Municipality) -> HttpResponse:
    context: dict[str, object] = {
        "years": experience_in([municipality.pk])[municipality.pk],
        "few": municipality.small_number_threshold,
    }
    return show(request, municipality, "public/experiences.html", context)
