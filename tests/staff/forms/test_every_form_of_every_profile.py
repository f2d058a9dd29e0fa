"""Each form that a municipality has, as it stands in its folder, from first to last."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from laget.forms import actions
from laget.forms.answers import missing
from laget.forms.models import Filled, Kind, Readers, Template, TemplateVersion
from laget.forms.paper import copy_of
from laget.forms.pdf import pdf
from laget.forms.reading import Asked
from laget.kernel.acting import acting
from laget.organisation.profile.reading import read_profile
from tests.cast import STAFF, job_of
from tests.forms.filled import ANSWERS
from tests.staff.forms.typed import typed_in

PROFILES = Path(__file__).resolve().parents[3] / "profiles"
FOLDERS = sorted(path.parent for path in PROFILES.glob("*/municipality.toml"))
FORMS = [
    pytest.param(folder, item, id=f"{folder.name}-{item.key}")
    for folder in FOLDERS
    for item in read_profile(folder).all("forms")
]
FIRST = {(item.values[0].name, str(item.values[1].facts)): item for item in FORMS}
DIFFERENT = list({facts: item for (_, facts), item in FIRST.items()}.values())


@pytest.fixture
def draft(log, holder, administrator, bygdevik):
    """The municipality has taken up the form, and the holder has begun it."""

    def begun(item):
        with acting(administrator.pk, STAFF):
            facts = {name: item.facts[name] for name in ("title", "about", "purpose")}
            template = Template.objects.create(
                municipality=bygdevik, key=f"{item.key}-{item.layer}", **facts
            )
            TemplateVersion.objects.create(
                template=template, number=1, facts=item.facts
            )
        with acting(holder.pk, STAFF):
            return actions.begin(
                template,
                place=log.pk,
                municipality=bygdevik,
                child=log.child,
                by=job_of(holder),
            )

    return begun


def test_there_are_forms():
    assert len(FORMS) >= 10 * len(FOLDERS)


@pytest.mark.parametrize("folder, item", DIFFERENT)
def test_it_can_be_filled_in_finished_and_printed(page, draft, holder, folder, item):
    form = draft(item)
    shown = page("fill-form", form)
    assert (shown.status_code, "!!!" in shown.content.decode()) == (200, False)
    saved = page("fill-form", form, post=typed_in(shown))
    assert saved.status_code == 302, "it does not take back what it shows"

    with acting(holder.pk, STAFF):
        filled = Filled.objects.get(pk=form.pk)
        asked = Asked.by(filled.version)
        answers = answered(asked)
        actions.save(filled, version=filled.draft_version, answers=answers)
        assert missing(asked, answers) == []

    again = page("fill-form", form)
    assert "Svaret er langt nok" in again.content.decode()
    page("fill-form", form, post=typed_in(again))
    assert latest(form, holder) == filled.draft_version, "the page changed an answer"
    assert page("preview-form", form).status_code == 200
    answer = page("finish-form", form, post={"version": latest(form, holder)})
    assert answer.status_code == 302
    for name in ("form", "preview-form", "print-form", "form-pdf"):
        answer = page(name, form)
        assert answer.status_code == 200, name
    assert printed(form, holder).startswith("%PDF-1.7")


@pytest.mark.parametrize("folder, item", DIFFERENT)
def test_what_it_asks_for_stands_on_the_paper(draft, holder, folder, item):
    form = draft(item)
    with acting(holder.pk, STAFF):
        filled = Filled.objects.get(pk=form.pk)
        copy = copy_of(filled, list(filled.parts.all()), about="Nora", whole=True)
        pages = PdfReader(io.BytesIO(pdf(copy))).pages
        told = "".join("".join(page.extract_text().split()) for page in pages)
        for question in Asked.by(filled.version):
            words = "".join(question.text.split())
            assert words.replace("\u200b", "") in told.replace("\u200b", "")


def answered(asked):
    """Something for each question; what depends on another is asked for too."""
    answers = {}
    for question in asked:
        answers.setdefault(question.section, {})[question.key] = answer_to(
            asked, question
        )
    return answers


def answer_to(asked, question):
    if question.kind in (Kind.CHOICE, Kind.MANY):
        last = question.options[-1].key
        return [last] if question.kind is Kind.MANY else last
    if question.kind is Kind.SERVICES and question.options:
        first = question.options[0]
        told = {"key": first.key, "text": first.text}
        return [told | {"said": "yes", "limit": "Bare lek"}]
    if question.kind is Kind.SCALE:
        return question.scale.first
    if question.kind is Kind.LONG:
        return "Svaret er langt nok."
    return ANSWERS[question.kind]


def latest(form, holder):
    with acting(holder.pk, STAFF):
        return Filled.objects.get(pk=form.pk).draft_version


def printed(form, holder):
    with acting(holder.pk, STAFF):
        filled = Filled.objects.get(pk=form.pk)
        whole = copy_of(filled, list(filled.parts.all()), about="Nora", whole=True)
        assert {Readers(part.readers) for part in filled.parts.all()}
        return pdf(whole)[:8].decode()
