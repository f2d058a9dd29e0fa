"""What a browser is called in the list of one's own log-ins: short, and no more."""

BROWSERS = (
    *(("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox")),
    *(("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")),
)
MACHINES = (
    *(("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android")),
    *(("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")),
)


def label(agent: str) -> str:
    """Such as "Firefox, Windows"; the rest of what a browser tells is not kept."""
    found = [_first(BROWSERS, agent), _first(MACHINES, agent)]
    return ", ".join(word for word in found if word)


def _first(known: tuple[tuple[str, str], ...], agent: str) -> str:
    return next((name for mark, name in known if mark in agent), "")
