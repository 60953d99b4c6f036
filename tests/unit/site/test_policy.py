from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from kontuar.site.policy import Breach, blocked, directives, enforce, hashes_of

PAGE = '<!doctype html><html><head>\n<meta charset="utf-8">\n<title>x</title></head><body>{}</body></html>'


def hash_of(script: str) -> str:
    return b64encode(sha256(script.encode()).digest()).decode()


def test_every_inline_script_that_runs_is_hashed() -> None:
    html = '<script>var a="ż"</script><script type="module">let b</script><SCRIPT TYPE=\'text/javascript\'>c()</SCRIPT>'
    assert hashes_of(html) == {hash_of('var a="ż"'), hash_of("let b"), hash_of("c()")}


def test_data_and_scripts_in_files_need_no_hash() -> None:
    data = '<script id="x" type="application/json">{"a": 1}</script>'
    assert hashes_of(data + '<script src="a.js"></script><script defer src=b.js></script>') == set()


def test_a_script_in_the_content_of_a_page_is_not_allowed_but_reported() -> None:
    content = '<article class="md-content__inner md-typeset"><article><script>no()</script></article><p></article>'
    html = f"<script>one()</script>{content}<script>two()</script>"
    assert hashes_of(html) == {hash_of("one()"), hash_of("two()")}
    assert list(blocked(html)) == ["script"]


def test_every_page_gets_the_scripts_of_all_pages_right_after_its_charset(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    for name, script in {"index.html": "one()", "en/index.html": "two()"}.items():
        (tmp_path / name).write_text(PAGE.format(f"<script>{script}</script>"), encoding="utf-8")
    assert enforce(tmp_path) == []
    policy = directives(sorted([hash_of("one()"), hash_of("two()")]))
    for name in ("index.html", "en/index.html"):
        html = (tmp_path / name).read_text("utf-8")
        assert f'<meta charset="utf-8"><meta http-equiv="content-security-policy" content="{policy}">' in html


def test_the_policy_lets_in_nothing_foreign_and_nothing_inline() -> None:
    policy = directives(["abc"])
    assert policy.startswith("default-src 'none'; script-src 'self' 'sha256-abc'; style-src 'self';")
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<p style="color:red">x</p>', ["style"]),
        ("<td title='a > b' style=x>", ["style"]),
        ('<button onclick="go()">', ["onclick"]),
        ('<a href="javascript:go()">', ["javascript"]),
        ('<p>say style="x" and onclick= aloud</p>', []),
        ('<script type="application/json">{"a": "<p style=\'x\'>"}</script>', []),
        ("<p data-style='x' class=\"style\">", []),
    ],
)
def test_what_the_policy_will_block_is_named(html: str, found: list[str]) -> None:
    assert list(blocked(html)) == found


def test_a_page_with_blocked_attributes_or_without_charset_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE.format('<p style="x">'), encoding="utf-8")
    (tmp_path / "b.html").write_text("<p>x</p>", encoding="utf-8")
    assert enforce(tmp_path) == [Breach("a.html", "style"), Breach("b.html", "charset")]
