"""What a browser sends for a form as it stands on the page."""

from tests.proof.forms import forms_of


def typed_in(response, form="fill"):
    """Every field of the page's form with what it holds; nothing ticked, as a start."""
    html = response.content.decode()
    found = forms_of("page", "holder", "/", html)
    mine = max(found, key=lambda each: len(each.fields))
    return {
        field.name: field.value.removeprefix("\n")  # as a browser reads it
        for field in mine.fields.values()
        if field.kind in ("text", "tel", "textarea", "hidden", "select")
    }
