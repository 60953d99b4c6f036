"""Text of questions and pages made into HTML: Markdown, cleaned; JSON that is safe inside a page."""

import json
import re
from html import escape

import nh3
from markdown import Markdown
from markupsafe import Markup

TAGS = frozenset(
    (
        *("a", "abbr", "b", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "h4", "h5", "h6", "hr"),
        *("i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "small", "span", "strong", "sub", "sup"),
        *("table", "tbody", "td", "th", "thead", "tr", "u", "ul", "var"),
    )
)
ATTRIBUTES = {
    "*": {"class", "lang", "dir", "title"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "ol": {"start"},
}
SCHEMES = {"http", "https", "mailto"}
PLAIN = re.compile(r"[^*_`\[\]<>&#!\\|~^{}:=+\-\n\d][^*_`\[\]<>&!\\|~^{}\n]*")
"""Text without any sign that Markdown could take for its own: most of what stands in a bank."""

_markdown = Markdown(extensions=["tables", "fenced_code", "sane_lists", "attr_list"], output_format="html")


def block(text: str) -> Markup:
    """Markdown as cleaned HTML blocks, at least one paragraph."""
    text = text.strip()
    if PLAIN.fullmatch(text):
        return Markup(f"<p>{escape(text, quote=False)}</p>")  # noqa: S704
    return Markup(clean(_markdown.reset().convert(text)))  # noqa: S704


def inline(text: str) -> Markup:
    """Markdown as cleaned HTML without the paragraph around it, where there is only one."""
    first, rest = parts(text)
    return first + rest


def parts(text: str) -> tuple[Markup, Markup]:
    """The first paragraph without its tag, and the blocks after it."""
    html = str(block(text))
    if not html.startswith("<p>"):
        return Markup(), Markup(html)  # noqa: S704
    first, _, rest = html.removeprefix("<p>").partition("</p>")
    return Markup(first), Markup(rest.strip())  # noqa: S704


def clean(html: str) -> str:
    """HTML with everything removed that is not on the list: scripts, handlers, styles, foreign addresses' schemes."""
    return nh3.clean(html, tags=set(TAGS), attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener")


def json_for_html(value: object) -> Markup:
    """JSON that may stand as the text of a template element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704


def is_said(text: str) -> bool:
    """Whether somebody speaks: the text as a whole, but for its full stop, stands in quotation marks."""
    words = text.strip().rstrip(".?!")
    return len(words) > 1 and words[0] in "„“‘«\"" and words[-1] in "”’»\""
