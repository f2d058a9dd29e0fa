"""The page of my data, and the file with all of it."""

from django.http import HttpResponse
from django.utils import timezone

from laget.access import door
from laget.access import family_data as may
from laget.children.models import Child
from laget.family.data.collecting import everything
from laget.family.data.complaining import places
from laget.family.data.packing import packed
from laget.family.data.written import written
from laget.inquiries.models import About, Inquiry
from laget.inquiries.officers import officers
from laget.kernel import clock
from laget.web.page import PageRequest, page


@door.one(may.DATA)
def our_data(request: PageRequest, child: Child) -> HttpResponse:
    asked = Inquiry.objects.filter(child=child, by=request.user, kind=About.CORRECTION)
    found = written(child, request.user, before=request.GET.get("before", ""))
    context = {
        "child": child,
        "asked": asked.order_by("-asked_at", "pk"),
        "written": found,
        "places": places(),
        "officer": officers(child.municipality).first(),
        "is_young_person": child.account_id == request.user.pk,
    }
    return page(request, "family/data/data.html", context)


@door.one(may.DOWNLOAD)
def download(request: PageRequest, child: Child) -> HttpResponse:
    """All of it, in one file whose name tells nothing. It stands in the books."""
    file = packed(everything(child, request.user))
    day = timezone.localtime(clock.now()).date()
    return HttpResponse(
        file,
        content_type="application/zip",
        headers={
            "Content-Disposition": f'attachment; filename="data-{day:%Y-%m-%d}.zip"',
            "Cache-Control": "no-store",
        },
    )
