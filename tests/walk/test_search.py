"""The search over the real course: Polish endings and letters, and no answers given away."""

import gzip
import json
import re
from html import unescape

import pytest

from kontuar.site import search
from kontuar.site.search import FOLDER
from tests.browsing import Open, Served

pytestmark = pytest.mark.skipif(search.program() is None, reason="there is no Pagefind for this machine")

FIND = """async (queries) => {
  const { assets, root } = document.getElementById("kt-page").dataset;
  const home = new URL(`${root}/`, location.href);
  const from = (name) => import(new URL(`assets/kontuar/${assets}/site/search/${name}.js`, home).href);
  const [{ search }, { asked, fits }] = await Promise.all([from("engine"), from("found")]);
  const found = {};
  for (const query of queries) {
    const wanted = asked(query, document.documentElement.lang);
    const answers = await Promise.all((await search(wanted, home.href)).map((result) => result.data()));
    found[query] = answers.filter((answer) => fits(wanted, answer)).map((answer) => answer.url);
  }
  return found;
}"""
COMPLAINT = "reklamacja reklamacji reklamację reklamacją reklamacje reklamacjom reklamacjach reklamacjami Reklamacja"
SAME = [
    COMPLAINT.split(),
    ["nagrzewnica", "nagrzewnicę", "nagrzewnice", "nagrzewnicy"],
    ["złość", "zlosc", "złości", "zlosci", "zloscia"],
    ["głos", "glos", "głosem", "glosem"],
    ["klient", "klienta", "klientowi", "klienci", "klientów", "klientow", "klientach"],
]
ARTICLE = "articles/complaints-without-ping-pong/"


def found(visit: Open, queries: list[str], path: str = "privacy/") -> dict[str, list[str]]:
    """The addresses that each query finds, as the box would list them."""
    answers: dict[str, list[str]] = visit().go(path).evaluate(FIND, queries)
    return answers


def test_all_forms_of_a_word_with_or_without_polish_letters_find_the_same_pages(visit: Open) -> None:
    pages = found(visit, [form for forms in SAME for form in forms])
    for forms in SAME:
        assert len(pages[forms[0]]) >= 5, forms[0]
        for form in forms[1:]:
            assert set(pages[form]) == set(pages[forms[0]]), form


def indexed(course: Served) -> str:
    """All that was indexed, word by word."""
    files = (course.folder / FOLDER / "fragment").iterdir()
    pages = [json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd")) for file in files]
    return " ".join(text for page in pages for text in page["content"].split())


def sayings(html: str, begin: str) -> set[str]:
    """The long texts of a page from some place on, as the index would spell them."""
    html = html[html.index(begin) : html.rindex("</article>")].partition('<template id="kt-words">')[0]
    texts = (unescape(text) for text in re.findall(r">([^<>]{50,})<", html))
    return {search.spelled(" ".join(text.split())) for text in texts}


@pytest.mark.parametrize("root", ["", "en/"])
def test_no_answer_and_no_explanation_of_a_question_or_a_talk_is_in_the_index(course: Served, root: str) -> None:
    content, said = indexed(course), set()
    for folder, begin in (("banks", "<fieldset>"), ("dialogues", 'class="kt-script"'), ("question-types", "data-hash")):
        for page in sorted((course.folder / root / folder).glob("*/index.html")):
            said |= sayings(page.read_text("utf-8"), begin)
    assert len(said) > 1000
    leaked = [text for text in said if text in content]
    assert len(leaked) < 10, leaked  # a few sentences stand in lessons too, word for word
    lesson = sayings(course.html(f"{root}{ARTICLE}"), "<h2")
    assert sum(text in content for text in lesson) > 5, "texts of articles are"


def test_only_what_teaches_is_in_the_index(visit: Open, course: Served) -> None:
    every = found(visit, ["klient", "i", "w", "na", "pytanie", "się"])
    folders = {url.removeprefix("/repo/").split("/")[0] for urls in every.values() for url in urls}
    assert {"course", "articles", "job-aids", "glossary", "dialogues"} <= folders
    assert not folders & {
        "",
        "banks",
        "certificate",
        "my-course",
        "review",
        "exam",
        "my-data",
        "check-certificate",
        "print",
    }
    assert not [url for urls in every.values() for url in urls if url.endswith(("/test/", "/print/", "/dialogues/"))]
    names = {file.name for file in (course.folder / FOLDER).glob("*.*")}
    assert {name for name in names if name.endswith((".js", ".css"))} == {"pagefind.js", "pagefind-worker.js"}
    sizes = [file.stat().st_size for file in (course.folder / FOLDER).rglob("*") if file.is_file()]
    print(f"the search: {len(sizes)} files, {sum(sizes) / 1024:.0f} KB")
