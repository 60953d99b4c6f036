from pathlib import Path

import pytest

from kontuar.site.assets import Assets, gather


@pytest.fixture
def package(tmp_path: Path) -> Path:
    for name, text in {
        "core/text.js": "/** Says. */\nexport const one  =  1; // note\n",
        "site/look/base.css": "/* look */\n.a .b { color: red; }\n",
        "site/look/mood.svg": "<svg/>\n",
        "site/theme/assets/favicon.svg": "<svg/>",
        "core/text.py": "",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_scripts_styles_and_pictures_keep_their_places_and_lose_their_comments(package: Path) -> None:
    assert gather(package).files == {
        "core/text.js": "export const one=1;",
        "site/look/base.css": ".a .b{color:red}",
        "site/look/mood.svg": "<svg/>\n",
    }


def test_the_folder_is_named_after_all_contents(package: Path) -> None:
    before = gather(package).folder
    assert gather(package).folder == before
    (package / "core" / "text.js").write_text("export const one = 2;", encoding="utf-8")
    assert gather(package).folder != before
    assert before.startswith("assets/kontuar/")
    assert len(before) == len("assets/kontuar/") + 11


def test_a_file_under_another_name_makes_another_folder() -> None:
    assert Assets({"a.js": "1", "b.js": "2"}).folder != Assets({"a.js": "2", "b.js": "1"}).folder


def test_all_files_are_written_under_the_folder(package: Path, tmp_path: Path) -> None:
    assets = gather(package)
    out = tmp_path / "out"
    assets.write(out)
    found = {path.relative_to(out / assets.folder).as_posix() for path in out.rglob("*.*")}
    assert found == set(assets.files)


def test_a_style_is_found_by_its_short_and_by_its_full_name(package: Path) -> None:
    assets = gather(package)
    assert assets.style("look/base.css") == assets.style("site/look/base.css") == assets.folder + "site/look/base.css"


def test_a_style_that_is_not_there_is_refused(package: Path) -> None:
    with pytest.raises(KeyError, match=r"site/look/bsae\.css"):
        gather(package).style("look/bsae.css")


def test_what_a_script_needs_is_found_through_other_scripts_but_not_what_it_fetches_later(package: Path) -> None:
    for name, text in {
        "questions/choice/element.js": 'import { grade } from "./grade.js";\nimport "../question.js";\n',
        "questions/choice/grade.js": 'export { one } from "../../core/text.js";\n',
        "questions/question.js": 'import {\n  one\n} from "../core/text.js";\nconst l = () => import("../later.js");\n',
        "later.js": 'const from = "nowhere.js";',
    }.items():
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text(text, encoding="utf-8")
    needed = gather(package).needs(["questions/choice/element.js"])
    assert sorted(needed) == [
        "core/text.js",
        "questions/choice/element.js",
        "questions/choice/grade.js",
        "questions/question.js",
    ]
    with pytest.raises(KeyError):
        gather(package).needs(["nowhere.js"])
