"""After the first language: builds each other one, then publishes our assets, the search and the policy."""

from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.plugins import get_plugin_logger

from kontuar.site.site import make


def on_post_build(config: Any) -> None:
    now = config.extra["kontuar"]
    for target, other in now.others(make, config.site_dir):
        nested = load_config(
            config.config_file_path, site_dir=target.site_dir, site_url=target.site_url, strict=config.strict
        )
        nested.extra["kontuar"] = other
        build(nested)
    if now.is_first:
        for warning in now.publish(Path(config.site_dir)):
            get_plugin_logger("kontuar").warning("%s", warning)
