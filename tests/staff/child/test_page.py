"""Everything the team may see about a child, on one page."""

from tests.staff.child.conftest import text_of


def test_the_holder_sees_the_child_the_team_and_the_consents(log, child, look, holder):
    page = look(holder, child)
    assert page.status_code == 200
    text = text_of(page)
    assert "Nora Sand, 5" in text
    assert "Lia barnehage" in text
    assert "Ola Dahl" in text
