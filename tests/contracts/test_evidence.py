"""Evidence files are read and checked alike by `kontuar grade` and in the browser: vectors, and damage by chance."""

import copy
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kontuar import cli
from kontuar.certificates.evidence import LARGEST, Refused, read
from kontuar.certificates.verify import Standard, verdict, verify
from kontuar.core.canonical import digest
from kontuar.core.problems import Problems
from kontuar.course import load
from kontuar.course.standard import standard
from tests.evidence import Json, good, paper, sealed
from tests.node import run

SMALL = Path(__file__).parents[1] / "still" / "content"
Outcome = dict[str, Any]


@pytest.fixture(scope="session")
def small() -> Standard:
    """The small course, as JSON has it."""
    found: Standard = json.loads(json.dumps(standard(load(SMALL, Problems()))))
    return found


def python(text: str, course: Standard) -> Outcome:
    """What Python says about a file."""
    try:
        lines = verify(read(text.encode("utf-8", "surrogatepass")), course)
    except Refused as refused:
        return {"refused": str(refused)}
    return {"verdict": verdict(lines), "lines": [line.as_json() for line in lines]}


def both(texts: list[str], course: Standard) -> list[Outcome]:
    """What Python says about each file, after JavaScript was found to say the same."""
    done = run(str(Path(__file__).parents[1] / "verify.js"), given=json.dumps({"standard": course, "files": texts}))
    assert done.returncode == 0, done.stderr
    ours, theirs = [python(text, course) for text in texts], json.loads(done.stdout)
    told = zip(texts, ours, theirs, strict=True)
    unlike = [f"{text[:300]}\n  Python     {one}\n  JavaScript {other}" for text, one, other in told if one != other]
    assert not unlike, "\n".join(unlike[:3])
    return ours


# ---- vectors: what is done to a good file, and the lines that no longer match


def _nothing(file: Json, course: Standard) -> None:
    pass


def _answer(file: Json, course: Standard) -> None:
    file["papers"][0]["questions"][0]["answer"] = None


def _raised(file: Json, course: Standard) -> None:
    file["papers"][0]["questions"][0] |= {"answer": None, "points": 0}


def _swapped(file: Json, course: Standard) -> None:
    other = paper(course, "complaints", attempt=2)["questions"]
    drawn = {question["id"] for question in file["papers"][0]["questions"]}
    file["papers"][0]["questions"][1] = next(question for question in other if question["id"] not in drawn)


def _seed(file: Json, course: Standard) -> None:
    file["papers"][0]["seed"] = "AAAA-0000"


def _course(file: Json, course: Standard) -> None:
    file["course"] = "another-course"


def _version(file: Json, course: Standard) -> None:
    file["version"] = file["papers"][0]["version"] = "0123456789"


def _hash(file: Json, course: Standard) -> None:
    file["papers"][0]["questions"][0]["hash"] = "0" * 12


def _old_hash(file: Json, course: Standard) -> None:
    _version(file, course)
    _hash(file, course)


def _gone(file: Json, course: Standard) -> None:
    _version(file, course)
    file["papers"][0]["questions"][0]["id"] = "complaints/constructor"


def _missing_answer(file: Json, course: Standard) -> None:
    del file["papers"][0]["questions"][2]["answer"]


def _unusable(file: Json, course: Standard) -> None:
    file["papers"][0]["questions"][0]["answer"] = {"__proto__": ["x"]}


def _mark(file: Json, course: Standard) -> None:
    file["papers"][0]["pass"] = 10


def _failed(file: Json, course: Standard) -> None:
    for question in file["papers"][0]["questions"]:
        question |= {"answer": None, "points": 0}
    file["papers"][0]["points"] = 0


def _no_paper(file: Json, course: Standard) -> None:
    file["papers"] = []


def _no_test(file: Json, course: Standard) -> None:
    file["papers"].append({**file["papers"][0], "id": "constructor"})


def _unread(file: Json, course: Standard) -> None:
    file["lessons"] = []


def _points_unknown(file: Json, course: Standard) -> None:
    for question in file["papers"][0]["questions"]:
        del question["points"], question["max"]


def _talk(file: Json, course: Standard) -> None:
    file["dialogues"] = [{"id": "heater", "hash": "0" * 12, "moves": ["x"], "ending": "kept", "done": file["made"]}]


def _moves(file: Json, course: Standard) -> None:
    _talk(file, course)
    file["dialogues"][0]["hash"] = course["dialogues"]["heater"]["hash"]


VECTORS: list[tuple[Callable[[Json, Standard], None], str, list[str]]] = [
    (_nothing, "matches", []),
    (_answer, "differs", ["question differs", "points differs"]),
    (_raised, "differs", ["points differs"]),
    (_swapped, "differs", ["drawn differs"]),
    (_seed, "differs", ["drawn differs"]),
    (_course, "differs", ["course differs"]),
    (_version, "matches", ["version note"]),
    (_hash, "differs", ["changed differs", "points unknown"]),
    (_old_hash, "unknown", ["version note", "changed unknown", "points unknown"]),
    (_gone, "unknown", ["version note", "drawn unknown", "no-question unknown", "points unknown"]),
    (_missing_answer, "differs", ["question differs", "points differs"]),
    (_unusable, "differs", ["unusable differs", "points differs"]),
    (_mark, "differs", ["mark differs"]),
    (_failed, "differs", ["passed differs"]),
    (_no_paper, "differs", ["no-paper differs"]),
    (_no_test, "differs", ["no-test differs"]),
    (_unread, "differs", ["unread differs"]),
    (_points_unknown, "matches", []),
    (_talk, "differs", ["talk-changed differs"]),
    (_moves, "differs", ["talk differs"]),
]


def test_each_change_is_told_and_nothing_else(small: Standard) -> None:
    files = []
    for change, _, _ in VECTORS:
        file = copy.deepcopy(good(small))
        change(file, small)
        files.append(sealed(file))
    for (change, word, unlike), said in zip(VECTORS, both(files, small), strict=True):
        found = [f"{line['what']} {line['verdict']}" for line in said["lines"] if line["verdict"] != "matches"]
        assert (change.__name__, said["verdict"], found) == (change.__name__, word, unlike)


def test_a_damaged_digest_is_told(small: Standard) -> None:
    text = sealed(good(small)).replace("Łucja", "Lucja")
    (said,) = both([text], small)
    assert said["verdict"] == "differs"
    assert said["lines"][0] == {"what": "digest", "verdict": "differs", "args": {}}


def test_what_is_no_evidence_file_is_refused_alike(small: Standard) -> None:
    content = good(small)
    text = sealed(content)
    refused = {
        "": "not-json",
        "{": "not-json",
        text[:-1]: "not-json",
        "NaN": "not-json",
        text.replace('"minutes": 7', '"minutes": NaN'): "not-json",
        "null": "not-evidence",
        "[]": "not-evidence",
        '{"format": "kontuar-progress"}': "not-evidence",
        sealed({**content, "v": 2, "more": 1}): "newer",
        sealed({**content, "v": 0}): "broken",
        sealed({**content, "v": True}): "broken",
        sealed({**content, "__proto__": {"course": "x"}}): "broken",
        sealed({**content, "name": 1}): "broken",
        sealed({**content, "lessons": {"length": 0}}): "broken",
        sealed({**content, "papers": None}): "broken",
        text.replace('"minutes": 7', '"minutes": 1e999'): "broken",
        text.replace('"minutes": 7', '"minutes": true'): "broken",
        '{"format": "kontuar-evidence", "x": ' + "[" * 500 + "]" * 500 + "}": "broken",
    }
    assert [said.get("refused") for said in both(list(refused), small)] == list(refused.values())


def test_keys_that_stand_twice_and_other_spellings_of_numbers_are_read_alike(small: Standard) -> None:
    text = sealed(good(small))
    twice = text.replace('"minutes": 7', '"minutes": "x", "minutes": 7')
    spelled = text.replace('"minutes": 7', '"minutes": 7.0e0')
    assert [said["verdict"] for said in both([twice, spelled], small)] == ["matches", "matches"]


JUNK: list[Any] = [None, True, 0, -1, 1.5, 1e300, "", "x", "\ud800", "constructor", "__proto__", [], {}, [[]], {"a": 1}]


def damaged(content: Json, chooser: random.Random) -> Any:
    """The same with something at a place of chance replaced, added or left out."""
    file = copy.deepcopy(content)
    places: list[tuple[Any, Any]] = []

    def walk(value: Any) -> None:
        for name in list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
            places.append((value, name))
            walk(value[name])

    walk(file)
    for holder, name in chooser.sample(places, k=chooser.randrange(1, 3)):
        if name in holder if isinstance(holder, dict) else name < len(holder):
            if chooser.random() < 0.2:
                del holder[name]
            else:
                holder[name] = chooser.choice(JUNK)
    return file


def test_damage_by_chance_is_judged_alike(small: Standard) -> None:
    chooser = random.Random("evidence")
    files = [damaged(good(small), chooser) for _ in range(600)]
    texts = [json.dumps({"digest": digest(file), **file} if isinstance(file, dict) else file) for file in files]
    said = both(texts, small)
    judged = [one for one in said if "verdict" in one]
    assert 100 < len(judged) < 550


# ---- hostile files never bring the command down


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda part: st.lists(part) | st.dictionaries(st.text(), part),
)


@given(st.binary(max_size=300) | ANY_JSON.map(lambda value: json.dumps(value).encode()))
@settings(max_examples=60, deadline=None)
def test_anything_at_all_is_read_or_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        read(data)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"x" * (LARGEST + 1), "1 MB"),
        (b"[" * 200_000, "odczytać"),
        (b"\xff\xfe{", "odczytać"),
        (b"{}", "To nie jest plik"),
    ],
)
def test_the_command_refuses_in_words_with_exit_code_two(
    data: bytes, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "evidence.json"
    file.write_bytes(data)
    assert cli.main(["grade", "--evidence", str(file), "--folder", str(SMALL)]) == 2
    told = capsys.readouterr()
    assert says in told.err
    assert told.out == ""


@pytest.mark.parametrize(
    ("change", "language", "code", "says"),
    [
        (_nothing, "pl", 0, ["Zgadza się.", "✓ complaints/", "Nie wiadomo z niego, kto odpowiadał"]),
        (
            _raised,
            "en",
            1,
            ["Does not match. Some", "✗ Complaints: I'll take this on: the file says", "does not tell you who"],
        ),
        (
            _old_hash,
            "en",
            1,
            ["Can't be checked. The course has changed since", "check out version 0123456789", "? complaints/"],
        ),
        (_unread, "pl", 1, ["W pliku brakuje 1 wymaganej lekcji (complaints/only-taking-in)."]),
    ],
)
def test_the_command_tells_what_matches_in_each_language(
    change: Callable[[Json, Standard], None],
    language: str,
    code: int,
    says: list[str],
    small: Standard,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    content = good(small)
    change(content, small)
    file = tmp_path / "evidence.json"
    file.write_text(sealed(content), "utf-8")
    call = ["grade", "--evidence", str(file), "--folder", str(SMALL)]
    assert cli.main([*call, "--lang", language]) == code
    told = capsys.readouterr().out
    assert [part for part in says if part not in told] == []
    assert cli.main([*call, "--format", "json"]) == code
    assert json.loads(capsys.readouterr().out) == {
        **python(sealed(content), small),
        "course": small["course"],
        "version": content["version"],
        "course_version": small["version"],
    }


def test_the_command_needs_a_file_and_a_course(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = str(tmp_path / "none.json")
    assert cli.main(["grade", "--evidence", missing, "--folder", str(SMALL), "--lang", "en"]) == 2
    assert cli.main(["grade", "--evidence", missing, "--folder", str(tmp_path), "--lang", "en"]) == 2
    assert cli.main(["grade", "--lang", "en"]) == 2
    told = capsys.readouterr().err
    assert "There is no file" in told
    assert "has no course, or its course has mistakes" in told
    assert "or --evidence" in told
