"""The knowledge base: the pages of docs/, the home page among them."""

from kontuar.core.problems import Place, Problems
from kontuar.course.front import ArticleFront, HomeFront
from kontuar.course.glossary import GLOSSARY
from kontuar.course.pages import Page, Shelf, check_languages, check_name, markdown_files, name_of, path_of, read_page

HOME = "index"
RESERVED = (
    *("assets", "banks", "certificate", "check-certificate", "course", "dialogues", "exam", "my-course", "my-data"),
    *("print", "question-types", "quizzes", "review"),
)
"""Addresses at which the site makes its own pages."""
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
        path = path_of(file, shelf)
        if _taken(address, path, shelf, problems):
            continue
        twin = written.setdefault(address, {}).setdefault(name.language, path)
        if twin != path:
            problems.add("article.same-id", Place(path), other=twin)
            continue
        front = HomeFront if address == HOME else ArticleFront
        if page := read_page(file, name.language, front, None, shelf, problems):
            articles.setdefault(address, {})[name.language] = page
    for paths in written.values():
        check_languages(paths, shelf.languages, problems)
    return articles


def _taken(address: str, path: str, shelf: Shelf, problems: Problems) -> bool:
    """Whether the site makes a page of its own at this address, which is then reported."""
    if address.split("/", maxsplit=1)[0] in (*RESERVED, *shelf.languages[1:]):
        problems.add("article.reserved", Place(path), address=address)
        return True
    if address == "glossary" and (shelf.root / GLOSSARY).is_file():
        problems.add("article.glossary-twice", Place(path))
        return True
    return False
