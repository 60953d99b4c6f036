"""The site's icons, drawn from its favicon: `python -m tests.icons` writes src/kontuar/site/theme/assets/icons/."""

from base64 import b64encode

from playwright.sync_api import sync_playwright

from tests.browsing import ROOT, run_py

ASSETS = ROOT / "src" / "kontuar" / "site" / "theme" / "assets"
ICONS = {"icon-192.png": 192, "icon-512.png": 512, "apple-touch-icon.png": 180}


def draw() -> None:
    """Every icon anew."""
    drawing = b64encode((ASSETS / "favicon.svg").read_bytes()).decode()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=run_py().browser(), args=["--no-sandbox"])
        for name, side in ICONS.items():
            page = browser.new_page(viewport={"width": side, "height": side})
            page.set_content(f'<img alt="" src="data:image/svg+xml;base64,{drawing}">')
            page.add_style_tag(content="body { margin: 0 } img { display: block; width: 100vw }")
            page.screenshot(path=ASSETS / "icons" / name)
        browser.close()


if __name__ == "__main__":
    draw()
