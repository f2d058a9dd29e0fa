"""A receipt: what I have answered, when, and how to take it back. As page and PDF."""

from typing import Any

from django.http import HttpResponse
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _

from laget.access import door
from laget.access import family_consents as may
from laget.children.models import Child
from laget.consents.limits import last_day
from laget.consents.models import Answer, Said
from laget.family.consents.reading import Ours, Us, open_log, ours, us
from laget.forms.pdf import document
from laget.kernel import clock
from laget.web.page import PageRequest, page
from laget.web.templatetags.words import day, moment

UNPRINTED = {"ar", "ti"}  # no typeface beside the template has their letters


@door.one(may.RECEIPT)
def receipt(request: PageRequest, child: Child) -> HttpResponse:
    who = us(child, request.user)
    found = _answered(who)
    log = found[0].team.log if found else open_log(child)
    told = {
        "child": child,
        "us": who,
        "found": [(each, in_words(answer)) for each, answer in _pairs(found)],
        "holder": {"name": log.holder.name, "phone": ""} if log else None,
        "at": clock.now(),
    }
    return page(request, "family/consents/receipt.html", told)


@door.one(may.RECEIPT)
def receipt_pdf(request: PageRequest, child: Child) -> HttpResponse:
    """Tagged, so that a screen reader reads it; its name tells nothing."""
    language = translation.get_language() or child.municipality.language
    if language in UNPRINTED:
        language = child.municipality.language
    with translation.override(language):
        who = us(child, request.user)
        made = document(_paper(who, _answered(who), language))
    name = slugify(_("Receipt")) or "receipt"
    named = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=named)


def in_words(answer: Answer) -> str:
    """What was said, with its limits."""
    if answer.said == Said.NO:
        return _("No")
    if answer.until:
        return _("Yes, until %(day)s") % {"day": day(answer.until)}
    if answer.from_now:
        return _("Yes, but only what is written from now on")
    return _("Yes")


def _answered(who: Us) -> list[Ours]:
    return [each for each in ours(who) if each.mine]


def _pairs(found: list[Ours]) -> list[tuple[Ours, Answer]]:
    return [(each, each.mine[0]) for each in found]


def _paper(who: Us, found: list[Ours], language: str) -> dict[str, Any]:
    return {
        "title": _("Receipt for consent"),
        "language": language,
        "municipality": who.child.municipality.name,
        "about": "",
        "mark": "",
        "facts": [
            (_("About"), who.child.first_name),
            (_("Answered by"), str(who.me or who.user.name)),
            (_("Made"), moment(clock.now())),
        ],
        "sections": [_section(each, answer) for each, answer in _pairs(found)]
        + [{"title": _("How to take it back"), "help": "", "answers": [_how()]}],
        "laws": [],
        "words": {"law": "", "page": _("Page"), "of": _("of"), "signature": ""},
    }


def _section(each: Ours, answer: Answer) -> dict[str, Any]:
    consent = each.consent
    lines = [
        (_("My answer"), in_words(answer)),
        (_("When"), moment(answer.taken_at)),
        (_("How"), how_in_words(answer)),
        (_("What the service may know"), consent.topics),
        (_("What it is not about"), consent.limits),
        (_("Until"), day(last_day(consent))),
        (_("Now"), str(each.told.name)),
    ]
    answers = [_line(question, words) for question, words in lines if words]
    return {"title": consent.service.name, "help": "", "answers": answers}


def how_in_words(answer: Answer) -> str:
    words = {"portal": _("logged in"), "paper": _("on paper"), "oral": _("by word")}
    return words[answer.how]


def _how() -> dict[str, Any]:
    return _line(
        _("You may change your answer or take it back at any time"),
        _(
            "Log in and open “Consents”, or tell your contact. You need not say why. "
            "The service sees nothing more from that moment."
        ),
    )


def _line(question: str, words: str) -> dict[str, Any]:
    told = {"question": question, "words": words.splitlines(), "points": []}
    return {**told, "head": [], "rows": [], "options": []}
