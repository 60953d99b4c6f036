"""The web app manifest: what a device needs to know to put the course on its home screen."""

import json
from typing import Any

from kontuar.site.languages import folder
from kontuar.site.page import Site

HOUSE, GROUND = "#1d4a3e", "#f6f5f1"  # --kt-house and --kt-ground of look/base.css
ICONS = (("icon-192.png", "any"), ("icon-512.png", "any"), ("icon-512.png", "maskable"))
"""Made by `python -m tests.icons`; the drawing keeps to the circle that every device leaves of a maskable icon."""


def manifest(site: Site, root: str) -> str:
    """The manifest of one language as JSON; root is the path of the root site on its host.

    All languages are one app to the device, by `id` and `scope`; it opens in the language it was added in.
    """
    icons = [
        {"src": f"{root}assets/icons/{name}", "sizes": _sizes(name), "type": "image/png", "purpose": purpose}
        for name, purpose in ICONS
    ]
    found: dict[str, Any] = {
        "id": root,
        "scope": root,
        "start_url": root + folder(site.languages, site.language),
        "name": site.name,
        "short_name": site.name,
        "description": site.description,
        "lang": site.language,
        "display": "standalone",
        "theme_color": HOUSE,
        "background_color": GROUND,
        "icons": icons,
    }
    return json.dumps(found, ensure_ascii=False, indent=1)


def _sizes(name: str) -> str:
    side = name.removesuffix(".png").rpartition("-")[2]
    return f"{side}x{side}"
