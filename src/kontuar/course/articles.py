"""The knowledge base: the pages of docs/, the home page among them."""

from kontuar.core.problems import Problems
from kontuar.course.front import ArticleFront, HomeFront
from kontuar.course.pages import Page, Shelf, check_languages, check_name, markdown_files, name_of, path_of, read_page

HOME = "index"
Articles = dict[str, dict[str, Page[ArticleFront]]]
"""Pages by address without language ("job-aids/card"), then by language."""


def read_articles(shelf: Shelf, problems: Problems) -> Articles:
    """All pages of docs/ in all languages."""
    articles: Articles = {}
    written: dict[str, dict[str, str]] = {}
    folder = shelf.root / "docs"
    for file in markdown_files(folder):
        name = name_of(file, shelf.languages)
        if name is None:
            check_name(file, shelf, problems)
            continue
        address = (file.relative_to(folder).parent / name.id).as_posix()
        written.setdefault(address, {})[name.language] = path_of(file, shelf)
        front = HomeFront if address == HOME else ArticleFront
        if page := read_page(file, name.language, front, None, shelf, problems):
            articles.setdefault(address, {})[name.language] = page
    for paths in written.values():
        check_languages(paths, shelf.languages, problems)
    return articles
