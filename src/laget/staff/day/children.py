"""My children: those I work with now, with level, holder and next date."""

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, FilteredRelation, Q, QuerySet, Window
from django.http import HttpResponse
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from laget.access import children as may
from laget.access import door
from laget.children.models import Child
from laget.kernel import clock
from laget.logs.models import LEVELS, Handover, Participation
from laget.staff.day.drawn import ChildRows
from laget.web import forms
from laget.web.page import PageRequest, page

PAGE = 50


class Filters(forms.Form):
    """What may stand in an address: nothing that names a child."""

    level = forms.ChoiceField(
        label=_("Level"),
        required=False,
        widget=forms.Select(),
        choices=[("", _("All levels")), *((str(n), str(n)) for n in LEVELS)],
    )
    holder = forms.ChoiceField(
        label=_("Holder"),
        required=False,
        widget=forms.Select(),
        choices=[("", _("Everyone")), ("me", _("I hold it")), ("other", _("Others"))],
    )
    late = forms.TickField(label=_("Only those with a date that has passed"))


class NameForm(forms.Form):
    """A child's name is sent in the form's body, so that no address or log keeps it."""

    name = forms.LineField(label=_("Name"), required=False)


@door.many(may.LIST)
def children(request: PageRequest, visible: QuerySet[Child]) -> HttpResponse:
    """Fifty at a time by name; a search for a name shows the first fifty."""
    filters, by_name = Filters(request.GET), NameForm(request.POST or None)
    found = _narrowed(_listed(request, visible), filters, by_name, request)
    shown = _fifty(found, request.GET.get("page"))
    row = ChildRows().row
    request.shown = [child.pk for child in shown]  # type: ignore[attr-defined]
    context = {
        "filters": filters,
        "by_name": by_name,
        "name": request.POST.get("name", ""),
        "children": shown,
        "rows": format_html_join("", "{}", ((row(child),) for child in shown)),
        "is_narrowed": bool(request.GET) or by_name.is_bound,
    }
    return page(request, "staff/day/children.html", context)


def _listed(request: PageRequest, visible: QuerySet[Child]) -> QuerySet[Child]:
    """Each child with its open log; one whose log is only offered is not yet mine."""
    mine = Participation.objects.current().filter(employment__user=request.user)
    offered = Handover.objects.open().filter(to__user=request.user)
    not_yet = offered.exclude(log__in=mine.values("log"))
    listed: QuerySet[Child] = (
        visible.exclude(pk__in=not_yet.values("log__child"))
        .alias(now=FilteredRelation("logs", condition=Q(logs__closed_at=None)))
        .annotate(
            level=F("now__level"),
            holder_id=F("now__holder"),
            holder=F("now__holder__name"),
            next_on=F("now__next_on"),
        )
        .for_list()  # type: ignore[attr-defined]
        .only("name", "born_on", "due_on", "protection", "unit__name")
    )
    return listed


def _fifty(found: QuerySet[Child], asked: str | None) -> Page[Child]:
    """A page of them; the first, and how many there are in all, is one question."""
    pages = Paginator(found, PAGE)
    if asked is not None:
        return pages.get_page(asked)
    first = list(found.annotate(total=Window(Count("pk")))[:PAGE])
    pages.count = first[0].total if first else 0
    return Page(first, 1, pages)


def _narrowed(
    found: QuerySet[Child], filters: Filters, by_name: NameForm, request: PageRequest
) -> QuerySet[Child]:
    chosen = filters.cleaned_data if filters.is_valid() else {}
    for name, wanted in (("level", _level), ("holder", _holder), ("late", _late)):
        if chosen.get(name):
            found = found.filter(wanted(chosen[name], request))
    if by_name.is_bound and by_name.is_valid():
        found = found.named(by_name.cleaned_data["name"])  # type: ignore[attr-defined]
    return found


def _level(level: str, _: PageRequest) -> Q:
    return Q(level=int(level))


def _holder(who: str, request: PageRequest) -> Q:
    mine = Q(holder_id=request.user.pk)
    return mine if who == "me" else ~mine & Q(holder_id__isnull=False)


def _late(_: bool, __: PageRequest) -> Q:
    return Q(next_on__lt=clock.today())
