"""How a page answers: whole, in part, and when it did not go well."""

import json
import re

import pytest

HTMX = {"HX-Request": "true", "HX-Target": "note"}
FAILURES = [
    *[("missing", 404), ("forbidden", 403), ("refused", 409)],
    *[("big", 413), ("down", 503), ("fault", 500)],
]


def test_someone_without_htmx_gets_the_page(shown):
    answer = shown.get("/parts/")

    assert "<html" in answer.text
    assert "HX-Target" in answer["Vary"]
    assert answer["Cache-Control"] == "no-store"


def test_htmx_gets_the_region(shown):
    answer = shown.get("/parts/", headers=HTMX)

    assert "<html" not in answer.text
    assert 'id="note"' in answer.text


@pytest.mark.parametrize("region", ["unknown", "web/base.html", "a#b", "../x", "é"])
def test_an_unknown_region_gets_the_whole_page(shown, region):
    answer = shown.get("/parts/", headers={**HTMX, "HX-Target": region})

    assert answer.status_code == 200
    assert "<html" in answer.text
    assert answer["HX-Retarget"] == "body"


def test_a_template_that_is_missing_is_our_fault_and_no_page(shown):
    assert shown.get("/broken/").status_code == 500


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_an_invalid_form_comes_back(shown, headers):
    answer = shown.post("/parts/", {"text": "Hei"}, headers=headers)

    assert answer.status_code == 422
    assert 'id="errors"' in answer.text
    assert "Hei" in answer.text


VALID = {
    "heading": "a",
    "text": "b",
    "day": "1.2.2026",
    "kind": "a",
    "school": "v",
    "scale": "7",
    "version": "3",
}


def test_what_was_done_is_said_once(shown):
    assert shown.post("/parts/", VALID)["Location"] == "/parts/"

    assert "Notatet er lagret." in shown.get("/parts/").text
    assert "Notatet er lagret." not in shown.get("/parts/").text


def test_what_was_done_is_said_to_htmx_too(shown):
    shown.post("/parts/", VALID, headers=HTMX)
    answer = shown.get("/parts/", headers=HTMX)

    assert json.loads(answer["HX-Trigger"]) == {"laget:said": "Notatet er lagret."}


@pytest.mark.parametrize(("how", "status"), FAILURES)
def test_a_failure_is_explained_without_what_is_inside(shown, how, status):
    answer = shown.get(f"/fails/{how}/")

    assert answer.status_code == status
    assert "secret" not in answer.text
    assert "SELECT" not in answer.text
    assert answer.text.count("<h1") == 1


@pytest.mark.parametrize(("how", "status"), FAILURES)
def test_htmx_shows_a_failure_where_everybody_sees_it(shown, how, status):
    answer = shown.get(f"/fails/{how}/", headers=HTMX)

    assert answer.status_code == status
    assert answer["HX-Retarget"] == "#notices"
    assert "<html" not in answer.text


def test_a_rule_says_why_in_its_own_words(shown):
    answer = shown.get("/fails/refused/")

    assert "Stafettloggen har allerede en stafettholder." in answer.text


def test_when_the_database_is_away_one_is_told_when_to_try_again(shown):
    assert int(shown.get("/fails/down/")["Retry-After"]) > 0


def test_a_database_lost_before_the_page_began_is_told_as_honestly(shown, settings):
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "tests.web.gallery.LoseDatabase"]

    assert shown.get("/").status_code == 503


def _words(answer):
    """All but the form's key, which is new each time, and the page's own address."""
    text = re.sub(r'(csrfmiddlewaretoken" value=")[^"]*', r"\1", answer.text)
    return text.replace(answer.wsgi_request.path, "")


def test_hidden_and_missing_look_the_same(shown):
    hidden, missing = shown.get("/fails/missing/"), shown.get("/no-such-page/")

    assert _words(hidden) == _words(missing)
    assert hidden.status_code == missing.status_code == 404


def test_a_form_with_too_many_fields_is_explained(shown, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 3
    answer = shown.post("/parts/", {str(n): n for n in range(9)})

    assert answer.status_code == 413
    assert "Ingenting du har lagret, er borte." in answer.text


def test_a_form_that_is_too_large_is_explained(shown, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100

    assert shown.post("/parts/", {"text": "a" * 9000}).status_code == 413


@pytest.mark.parametrize("header", ["HX-Request", "X-Autosave"])
def test_a_script_is_not_shown_the_log_in_page(shown, header):
    answer = shown.get("/shut/", headers={header: "true"})

    assert answer.status_code == 401
    assert "tatt vare på i dette vinduet" in answer.text


def test_every_request_has_a_name_of_its_own(shown):
    first, second = shown.get("/"), shown.get("/", headers={"X-Request-ID": "mine"})

    assert len({first["X-Request-ID"], second["X-Request-ID"], "mine"}) == 3
