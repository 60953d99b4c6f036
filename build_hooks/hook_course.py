"""Gives MkDocs the course: names, navigation and files of the language that is being built."""

from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files

from kontuar.site import edition
from kontuar.site.site import make

commands = ["build"]


def on_startup(command: str, **_: Any) -> None:
    commands.append(command)


def on_config(config: Any) -> Any:
    root, serving = Path(config.config_file_path).parent, commands[-1] == "serve"
    now = config.extra.get("kontuar") or edition.first(make, root, config.site_url, serving)
    now.configure(config)
    for severity, text in now.reports():
        getattr(get_plugin_logger("kontuar").logger, severity)(text)
    if now.broken:
        raise PluginError(now.sorry())
    return config


def on_files(files: Files, config: Any) -> Files:
    now = config.extra["kontuar"]
    theme = [file for file in files if file.src_dir != config.docs_dir and now.keeps(file.src_uri)]
    pages = [File.generated(config, page.uri, content="\n") for page in now.site.pages.values()]
    for file in pages:
        file.edit_uri = now.source(file.src_uri)
    others = [File.generated(config, uri, abs_src_path=str(path)) for uri, path in now.site.files.items()]
    others += [File.generated(config, uri, content=text) for uri, text in now.site.made.items()]
    return Files([*theme, *pages, *others])
