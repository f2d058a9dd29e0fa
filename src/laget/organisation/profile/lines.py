"""On which line each key of a TOML file stands: Python's own reader does not say."""

import re
from bisect import bisect_right

SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
BARE = re.compile(r"[A-Za-z0-9_-]+")
STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"""(?:"{0,2})'
    r"|'''.*?'''(?:'{0,2})"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
SCALAR = re.compile(r"[^,\]}\n#]*")


def key_lines(text: str) -> dict[str, int]:
    """The line (from 1) of every key and row of a file that can be read as TOML.

    A path is dotted, with the rows of a list counted from 0: `steps.2.next.0.to`.
    """
    return _Scanner(text).scan()


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.found: dict[str, int] = {}
        self.rows: dict[str, int] = {}
        self.ends = [match.start() for match in re.finditer("\n", text)]

    def scan(self) -> dict[str, int]:
        under = ""
        self.skip()
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                under = self.header()
            else:
                self.pair(under)
            self.skip()
        return self.found

    def skip(self) -> None:
        match = SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def line(self) -> int:
        return bisect_right(self.ends, self.at - 1) + 1

    def header(self) -> str:
        """`[rules]` or `[[steps]]`: what the keys below it stand under."""
        line, many = self.line(), self.text.startswith("[[", self.at)
        self.at += 2 if many else 1
        path = ""
        *above, last = self.key()
        for name in above:
            path = self.newest(path + name) + "."
        path += last
        if many:
            self.rows[path] = self.rows.get(path, -1) + 1
            self.found.setdefault(path, line)
            path = self.newest(path)
        self.at += 2 if many else 1
        self.found[path] = line
        return path + "."

    def newest(self, path: str) -> str:
        """The path of the last row, when it is a list of rows."""
        return f"{path}.{self.rows[path]}" if path in self.rows else path

    def key(self) -> list[str]:
        """`words.level` or `"a key"`, up to what follows it."""
        names = []
        while True:
            self.skip()
            match = STRING.match(self.text, self.at) or BARE.match(self.text, self.at)
            assert match, self.text[self.at : self.at + 20]
            names.append(match.group().strip("\"'"))
            self.at = match.end()
            self.skip()
            if self.text[self.at] != ".":
                return names
            self.at += 1

    def pair(self, under: str) -> None:
        line = self.line()
        path = under + ".".join(self.key())
        self.found[path] = line
        self.at += 1  # the sign between key and value
        self.skip()
        self.value(path)

    def value(self, path: str) -> None:
        first = self.text[self.at]
        if first == "[":
            self.several(path, "]")
        elif first == "{":
            self.several(path, "}")
        else:
            match = STRING.match(self.text, self.at) or SCALAR.match(self.text, self.at)
            self.at = match.end() if match else self.at + 1

    def several(self, path: str, end: str) -> None:
        """A list `[...]` or an inline table `{...}`."""
        self.at += 1
        self.skip()
        count = 0
        while self.text[self.at] != end:
            if end == "]":
                self.found[f"{path}.{count}"] = self.line()
                self.value(f"{path}.{count}")
            else:
                self.pair(f"{path}.")
            count += 1
            self.skip()
            if self.text[self.at] == ",":
                self.at += 1
                self.skip()
        self.at += 1
