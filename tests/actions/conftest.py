"""Give the tests of actions the cases of their phrase tables."""

import phrase_cases
import pytest


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    phrase_cases.give_cases(metafunc)
