"""What all tests share: the flag `--bless` and the golden files it renews."""

from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--bless`, which writes the golden files anew: look at the difference before you commit it."""
    parser.addoption("--bless", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return a function that holds a text against `tests/golden/<name>`."""

    def hold(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--bless"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8"), "differs from the golden file: pytest --bless, then git diff"

    return hold
