"""The PDF: what was written stands there to the letter, and can be read aloud."""

import io

import pytest
from pypdf import PdfReader

from laget.forms import actions
from laget.forms.models import Filled
from laget.forms.paper import copy_of
from laget.forms.pdf import pdf
from laget.kernel.acting import acting
from tests.cast import STAFF
from tests.forms.filled import all_answered

MARKUP = (
    r"#let x = 1 $a^2$ @kilde *fet* _skrå_ `kode` \ ~ <merke> [a] // = - + /* {} #{}"
)
EMOJI = "😀 ❤️ 👍🏽 🇳🇴"


@pytest.fixture
def printed(draft, holder):
    """Print the form with this answer to the family's own question."""

    def made(long, *, whole=False, finish=True):
        answers = all_answered()
        answers["family"]["long"] = long
        with acting(holder.pk, STAFF):
            filled = Filled.objects.get(pk=draft.pk)
            actions.save(filled, version=1, answers=answers)
            if finish:
                actions.finish(filled, version=2)
            parts = list(filled.parts.all())
            return pdf(copy_of(filled, parts, about="Nora Sand", whole=whole))

    return made


def text_of(made):
    pages = PdfReader(io.BytesIO(made)).pages
    return "\n".join(page.extract_text() for page in pages)


def in_one_line(text):
    """A line that was too long for the paper is broken there, and nowhere else."""
    return "".join(text.replace("\u200b", "").split())


def test_it_says_its_language_and_title_and_has_tags(printed):
    reader = PdfReader(io.BytesIO(printed("Hei")))
    root = reader.trailer["/Root"]

    assert root["/Lang"] == "nb"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert reader.metadata.title == "Alt på en gang"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1<" in reader.xmp_metadata.stream.get_data()


def test_it_has_headings_tables_and_lists_in_its_tags(printed):
    reader = PdfReader(io.BytesIO(printed("Hei")))

    kinds = set(tags(reader.trailer["/Root"]["/StructTreeRoot"]))

    assert {"/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TH", "/TD"} <= kinds


@pytest.mark.parametrize("words", [MARKUP, EMOJI, "Čáŋ æøå ÆØÅ «sitat» – … 1 €"])
def test_what_people_write_is_never_markup(printed, words):
    assert in_one_line(words) in in_one_line(text_of(printed(words)))


def test_ten_thousand_characters_are_all_there(printed):
    words = " ".join(f"ord{n}" for n in range(1_500))[:10_000].strip()

    told = in_one_line(without_feet(text_of(printed(words))))

    assert in_one_line(words) in told


def test_a_letter_that_no_typeface_has_is_named(printed):
    assert "cjk unified ideograph-6c49" in in_words(text_of(printed("Navnet 汉")))


def test_the_familys_copy_has_only_what_is_theirs(printed):
    told = text_of(printed("Hei"))

    assert "Spørsmål text for family" in told
    assert "team" not in told
    assert "writer" not in told


def test_the_teams_copy_says_so_on_each_page(printed):
    reader = PdfReader(io.BytesIO(printed("Hei", whole=True)))

    for page in reader.pages:
        assert "skal ikke deles ut" in page.extract_text()


def test_a_draft_can_be_printed_and_filled_in_by_hand(printed):
    told = text_of(printed("", finish=False))

    assert "Utkast, ikke ferdig" in told
    assert "Spørsmål long for family" in told  # not answered, and there to be


def test_a_law_that_is_replaced_is_said_so(printed):
    assert "Gammel lov § 1 er erstattet: se Ny lov § 2" in text_of(printed("Hei"))


def in_words(text):
    return " ".join(text.split())


def without_feet(text):
    lines = text.splitlines()
    return "\n".join(line for line in lines if not line.startswith("Bygdevik ·"))


def tags(element):
    element = element.get_object()
    if not hasattr(element, "get"):
        return
    if kind := element.get("/S"):
        yield kind
    inside = element.get("/K")
    for each in inside if isinstance(inside, list) else [inside]:
        if each is not None and not isinstance(each, int):
            yield from tags(each)
