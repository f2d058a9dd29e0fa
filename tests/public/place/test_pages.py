"""Every public page answers everyone, in the municipality's own language and words."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from laget.guide.models import Guide
from laget.organisation.models import Kind, Municipality, Service

PAGES = [
    *("place", "worried", "numbers", "programmes", "programmes-overview", "services"),
    *("where", "teams", "public-guides", "plan", "law"),
]
MOST_STATEMENTS = 15


def address(name, municipality, **named):
    return reverse(name, kwargs={"slug": municipality.slug, **named})


def addresses(municipality):
    """Every page of one municipality, its own records' with them."""
    yield from (address(name, municipality) for name in PAGES)
    for guide in Guide.objects.of(municipality):
        yield address("public-guide", municipality, key=guide.key)
    for service in Service.objects.of(municipality):
        yield address("service", municipality, service_id=service.pk)
    for programme in municipality.programmes.filter(is_public=True)[:5]:
        yield address("programme", municipality, programme_id=programme.pk)
    for plan in municipality.plans.all():
        yield address("one-plan", municipality, plan_id=plan.pk)


def test_every_page_of_every_municipality_opens_in_its_language(visitor):
    for municipality in Municipality.objects.in_use():
        for path in addresses(municipality):
            page = visitor.get(path)
            assert page.status_code == 200, path
            text = page.content.decode()
            assert f'<html lang="{municipality.language}"' in text, path
            assert "!!!" not in text, path
            assert text.count("<h1") == 1, path


def test_no_page_asks_the_database_more_than_it_may(visitor):
    for municipality in Municipality.objects.in_use():
        for path in addresses(municipality):
            with CaptureQueriesContext(
                connection,
            ) as asked:
                visitor.get(path)
            assert len(asked) <= MOST_STATEMENTS, path


def test_no_page_leaves_a_cookie(visitor, kvinesdal):
    for path in ["/", *addresses(kvinesdal)]:
        assert not visitor.get(path).cookies, path


def test_every_page_can_be_left_at_once_also_without_javascript(visitor, kvinesdal):
    for path in [*addresses(kvinesdal), "/", "/privacy/", "/accessibility/"]:
        top = visitor.get(path).content.decode().split("</header>")[0]
        assert 'href="https://www.yr.no/" rel="noreferrer" data-leave' in top, path


def test_a_name_nobody_has_and_a_neighbour_outside_are_not_there(visitor, kvinesdal):
    outside = Municipality.objects.create(
        name="Utenfor", slug="utenfor", number="9999", is_in_use=False
    )
    for slug in ("finnes-ikke", outside.slug):
        for name in PAGES:
            page = visitor.get(reverse(name, kwargs={"slug": slug}))
            assert page.status_code == 404


def test_what_is_another_municipalitys_is_not_shown_here(visitor, kvinesdal):
    other = Municipality.objects.create(name="Annen", slug="annen", number="9998")
    service = Service.objects.create(name="Deres", kind=Kind.OTHER, host=other)
    service.municipalities.add(other)
    plan = other.plans.create(title="Deres plan", source="dem")
    guide = Guide.objects.create(municipality=other, key="deres", title="Deres vei")
    there = [
        ("service", {"service_id": service.pk}),
        ("one-plan", {"plan_id": plan.pk}),
        ("public-guide", {"key": guide.key}),
    ]
    for name, named in there:
        assert visitor.get(address(name, other, **named)).status_code == 200
        assert visitor.get(address(name, kvinesdal, **named)).status_code == 404
    for path in addresses(kvinesdal):
        assert "Deres" not in visitor.get(path).content.decode(), path


def test_a_municipality_that_has_written_nothing_yet_has_helpful_pages(visitor, places):
    empty = Municipality.objects.create(name="Tom", slug="tom", number="9997")
    for name in PAGES:
        page = visitor.get(address(name, empty))
        assert page.status_code == 200, name
        assert "!!!" not in page.content.decode(), name


def test_the_only_municipality_is_where_one_comes(visitor, kvinesdal):
    assert "Kvinesdal" in visitor.get("/").content.decode()
    Municipality.objects.exclude(pk=kvinesdal.pk).update(is_in_use=False)
    assert visitor.get("/")["Location"] == address("place", kvinesdal)


def test_a_first_visitor_meets_the_municipalitys_language_whatever_the_browser(places):
    nynorsk = Municipality.objects.create(
        name="Nynes", slug="nynes", number="9996", language="nn"
    )
    browser = Client(headers={"accept-language": "en-GB"})
    assert '<html lang="nn"' in browser.get(address("place", nynorsk)).content.decode()


def test_who_has_chosen_a_language_keeps_it_and_hears_the_plans_words_as_they_are(
    visitor, kvinesdal
):
    there = address("programmes", kvinesdal)
    answer = visitor.get(there, {"language": "en", "words": "kurs"})
    assert answer["Location"] == f"{there}?words=kurs"
    assert list(answer.cookies) == ["django_language"]
    page = visitor.get(there).content.decode()
    assert '<html lang="en"' in page
    assert '<h3 lang="nb"><a href=' in page


def test_an_unknown_language_changes_nothing(visitor, kvinesdal):
    page = visitor.get(address("place", kvinesdal), {"language": "xx"})
    assert page.status_code == 200
    assert not page.cookies


def test_a_public_page_is_only_read(visitor, kvinesdal):
    for path in addresses(kvinesdal):
        assert visitor.post(path).status_code == 405, path


def test_what_the_municipality_calls_things_stands_on_its_pages(visitor, kvinesdal):
    kvinesdal.words = {"catalogue": "Hjelpekista"}
    kvinesdal.save()
    for name in ("place", "programmes", "programmes-overview"):
        page = visitor.get(address(name, kvinesdal)).content.decode()
        assert "Hjelpekista" in page
        assert "Tiltak og tilbud" not in page
