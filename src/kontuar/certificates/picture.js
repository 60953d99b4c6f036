/**
 * The certificate as a picture: the sheet is laid out by the browser, as for paper, and drawn word by word where the
 * words came to stand. So the picture breaks lines, places names of every script and is as wide as the sheet on paper.
 */

const SCALE = 2; // dots to a pixel of the sheet, which is 1188 wide: 203 dots to an inch of A4

/**
 * @param {HTMLElement} certificate the section that is on the page
 * @returns {Promise<Blob>} PNG
 */
export async function picture(certificate) {
  const copy = /** @type {HTMLElement} */ (certificate.cloneNode(true));
  copy.classList.add("kt-cert--copy");
  copy.setAttribute("aria-hidden", "true");
  copy.hidden = false;
  certificate.after(copy);
  try {
    return await blob(draw(/** @type {HTMLElement} */ (copy.querySelector(".kt-cert__sheet"))));
  } finally {
    copy.remove();
  }
}

/** @param {HTMLElement} sheet */
function draw(sheet) {
  const { left, top, width, height } = sheet.getBoundingClientRect();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * SCALE);
  canvas.height = Math.round(height * SCALE);
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.fillStyle = getComputedStyle(sheet).backgroundColor;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.scale(SCALE, SCALE);
  pen.translate(-left, -top);
  for (const drawing of sheet.querySelectorAll("svg")) trace(pen, drawing);
  for (const line of /** @type {NodeListOf<HTMLElement>} */ (sheet.querySelectorAll("p"))) rule(pen, line);
  for (const item of sheet.querySelectorAll("li")) number(pen, item);
  const texts = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) write(pen, /** @type {Text} */ (texts.currentNode));
  return canvas;
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {SVGSVGElement} drawing
 */
function trace(pen, drawing) {
  const { left, top, width, height } = drawing.getBoundingClientRect();
  const { baseVal: box } = drawing.viewBox;
  pen.save();
  pen.translate(left, top);
  pen.scale(width / box.width, height / box.height);
  for (const path of drawing.querySelectorAll("path")) {
    const { fill, stroke, strokeWidth } = getComputedStyle(path);
    const shape = new Path2D(path.getAttribute("d") ?? "");
    pen.fillStyle = fill;
    pen.strokeStyle = stroke;
    pen.lineWidth = parseFloat(strokeWidth);
    if (fill !== "none") pen.fill(shape);
    if (stroke !== "none") pen.stroke(shape);
  }
  pen.restore();
}

/**
 * The lines above and below a paragraph.
 * @param {CanvasRenderingContext2D} pen
 * @param {HTMLElement} paragraph
 */
function rule(pen, paragraph) {
  const { left, top, bottom, width } = paragraph.getBoundingClientRect();
  const look = getComputedStyle(paragraph);
  const [above, below] = [parseFloat(look.borderTopWidth), parseFloat(look.borderBottomWidth)];
  pen.fillStyle = look.borderTopColor;
  pen.fillRect(left, top, width, above);
  pen.fillStyle = look.borderBottomColor;
  pen.fillRect(left, bottom - below, width, below);
}

/**
 * The number before an item, which is no text of the page.
 * @param {CanvasRenderingContext2D} pen
 * @param {HTMLElement} item
 */
function number(pen, item) {
  const text = document.createRange();
  text.selectNodeContents(item);
  const place = [...(item.parentElement?.children ?? [])].indexOf(item) + 1;
  const [first] = text.getClientRects();
  if (first) put(pen, item, `${place}.`, item.getBoundingClientRect().left, first.top);
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Text} text
 */
function write(pen, text) {
  const holder = /** @type {HTMLElement} */ (text.parentElement);
  for (const { 0: word, index } of text.data.matchAll(/\S+/g)) {
    for (const { part, box } of pieces(text, word, index)) put(pen, holder, part, box.left, box.top);
  }
}

/**
 * A word in one piece, or in as many as the lines it was broken over.
 * @param {Text} text
 * @param {string} word
 * @param {number} start
 * @returns {{part: string, box: DOMRect}[]}
 */
function pieces(text, word, start) {
  const whole = rects(text, start, start + word.length);
  if (whole.length < 2) return whole.map((box) => ({ part: word, box }));
  /** @type {{part: string, box: DOMRect}[]} */
  const found = [];
  for (const { segment, index } of new Intl.Segmenter().segment(word)) {
    const [box] = rects(text, start + index, start + index + segment.length);
    const last = found.at(-1);
    if (last && box && Math.abs(last.box.top - box.top) < 1) last.part += segment;
    else if (box) found.push({ part: segment, box });
  }
  return found;
}

/**
 * @param {Text} text
 * @param {number} start
 * @param {number} end
 */
function rects(text, start, end) {
  const range = document.createRange();
  range.setStart(text, start);
  range.setEnd(text, end);
  return [...range.getClientRects()].filter(({ width }) => width > 0);
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {HTMLElement} holder whose look the words have
 * @param {string} words
 * @param {number} left
 * @param {number} top
 */
function put(pen, holder, words, left, top) {
  const { fontStyle, fontWeight, fontSize, fontFamily, color, direction } = getComputedStyle(holder);
  pen.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  pen.fillStyle = color;
  pen.direction = /** @type {CanvasDirection} */ (direction);
  pen.textAlign = "left";
  pen.fillText(words, left, top + pen.measureText(words).fontBoundingBoxAscent);
}

/**
 * @param {HTMLCanvasElement} canvas
 * @returns {Promise<Blob>}
 */
function blob(canvas) {
  return new Promise((resolve, reject) => {
    canvas.toBlob((made) => (made ? resolve(made) : reject(new Error("no picture"))), "image/png");
  });
}
