"""How a page lies in a browser, measured on its boxes."""

from pathlib import Path

#: Gives what sticks out or lies upon something else. Marks that lie across on purpose are passed over.
MEASURE = """(sides) => {
  const faults = [], slack = 0.6;
  const seen = (element) => element.getClientRects().length > 0 && !element.closest('.mark');
  const named = (element) => element.className.baseVal ?? (element.className || element.tagName);
  for (const element of document.querySelectorAll('main *')) {
    if (!seen(element) || element.closest('svg')) continue;
    if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1) faults.push(`${named(element)} is wider than its box`);
    if (element.clientHeight > 0 && getComputedStyle(element).overflowY !== 'visible') faults.push(`${named(element)} may be clipped`);
  }
  for (const side of document.querySelectorAll(sides)) {
    const frame = side.getBoundingClientRect();
    for (const element of side.querySelectorAll('*')) {
      if (!seen(element)) continue;
      const box = element.getBoundingClientRect();
      if (box.left < frame.left - slack || box.right > frame.right + slack || box.top < frame.top - slack || box.bottom > frame.bottom + slack)
        faults.push(`${named(element)} sticks out of ${side.className} by ${Math.round(Math.max(box.right - frame.right, box.bottom - frame.bottom))} px`);
    }
    const texts = [];
    const walker = document.createTreeWalker(side, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!node.textContent.trim() || !seen(node.parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) texts.push({ node, box, size: parseFloat(getComputedStyle(node.parentElement).fontSize) });
    }
    const codes = [...side.querySelectorAll('.code')].map((code) => ({ node: code, box: code.getBoundingClientRect(), size: 0 }));
    const ink = ({ box, size }) => {
      const middle = (box.top + box.bottom) / 2, half = size > 0 ? size * 0.4 : box.height / 2;
      return { left: box.left + 1, right: box.right - 1, top: middle - half, bottom: middle + half };
    };
    const all = [...texts, ...codes];
    for (let one = 0; one < all.length; one++) for (let other = one + 1; other < all.length; other++) {
      if (all[one].node === all[other].node) continue;
      const [a, b] = [ink(all[one]), ink(all[other])];
      if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        faults.push(`${all[one].node.textContent?.slice(0, 12)} lies upon ${all[other].node.textContent?.slice(0, 12)}`);
    }
  }
  return faults;
}"""


class Screen:
    """A browser with one page, as it prints."""

    def __init__(self, browser) -> None:
        self.page = browser.new_page(viewport={"width": 1000, "height": 1200})
        self.errors: list[str] = []
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type in ("error", "warning") else None)

    def faults(self, html: bytes, place: Path, sides: str) -> list[str]:
        """What is wrong with how a page lies on its sides (a selector), printed; and what the browser itself has to say."""
        place.write_bytes(html)
        self.errors.clear()
        self.page.emulate_media(media="print")
        self.page.goto(place.as_uri())
        return self.page.evaluate(MEASURE, sides) + self.errors

    def print(self, html: bytes, place: Path) -> Path:
        """The PDF file of a page, as the browser prints it."""
        place.write_bytes(html)
        self.page.goto(place.as_uri())
        file = place.with_suffix(".pdf")
        self.page.pdf(path=file, prefer_css_page_size=True, print_background=True)
        return file

    def on_a_phone(self, address: str) -> list[str]:
        """What sticks out of a small telephone's screen."""
        self.errors.clear()
        self.page.emulate_media(media="screen")
        self.page.set_viewport_size({"width": 320, "height": 640})
        self.page.goto(address)
        wide = self.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        return (["wider than the screen"] if wide else []) + [text for text in self.errors if "favicon" not in text]
