"""One reader of pages for all tests of this folder."""

import pytest

from newsfacts.page.page import PageReader, page_reader


@pytest.fixture(scope="session")
def pages() -> PageReader:
    return page_reader()
