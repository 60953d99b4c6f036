"""Gives MkDocs the text of each page, finishes its HTML, and answers the theme's templates."""

from typing import Any

from jinja2 import pass_context
from mkdocs.structure.toc import AnchorLink, TableOfContents

from kontuar.site import body, edition
from kontuar.site.frame import Frame


def on_page_markdown(_: str, page: Any, config: Any, **__: Any) -> str:
    found = config.extra["kontuar"].site.pages[page.file.src_uri]
    page.meta.update(edition.meta(found))
    return str(found.markdown)


def on_page_content(html: str, page: Any, config: Any, **_: Any) -> str:
    now = config.extra["kontuar"]
    done = now.content(page.file.src_uri, html)
    page.present_anchor_ids |= body.anchors(done)
    body.retitle(page.toc.items, now.site.language)
    if not page.toc.items:  # Material's skip link leads to the first heading that it finds here
        page.toc = TableOfContents([AnchorLink(page.title, body.TITLE_ID, 1)])
    return str(done)


def on_env(env: Any, config: Any, **_: Any) -> Any:
    frame, url = Frame(config.extra["kontuar"]), env.filters["url"]
    env.globals["kontuar"] = frame
    env.filters["url"] = pass_context(lambda here, to: frame.url(str(to), here["base_url"]) or url(here, to))
    return env
