// Previews: what a name means, without leaving the line. Shown on hover, on keyboard focus and on tap; copied from
// the cards at the end of the page. WCAG 2.2, 1.4.13: Esc closes, the pointer may enter, nothing closes by itself.
const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
const onPage = (show) => (window.document$ ? document$.subscribe(show) : show());
{
  const SHOW = 300, HIDE = 250, KEY = "news-archive.previews";
  const MARKS = ".na :is(.mention, .na-panel a[data-entity]:not(.na-count))";
  const mouse = (event) => event.pointerType !== "touch";
  let timer, shown, byTouch;

  let isOff = false;
  // Where nothing may be stored, the choice holds until the next full load.
  try { isOff = localStorage.getItem(KEY) === "off"; } catch {}
  const turn = (off) => {
    isOff = off;
    try { localStorage.setItem(KEY, off ? "off" : "on"); } catch {}
    hide();
    label();
  };
  const label = () => {
    for (const button of document.querySelectorAll(".na-switch")) {
      button.hidden = false;
      button.textContent = isOff ? "Turn previews on" : "Turn previews off";
      button.onclick = () => turn(!isOff);
    }
  };

  // The name as printed, then its card; for an undecided name the line that says what it may mean.
  const content = (mark) => {
    const { entity, candidates } = mark.dataset;
    const source = document.querySelector(
      entity ? `[data-card="${CSS.escape(entity)}"]` : `[data-undecided="${CSS.escape(candidates)}"]`
    );
    if (!source) return null;
    const parts = [...source.cloneNode(true).childNodes];
    const printed = mark.textContent.replace(/\s+/g, " ");
    if (!entity) return [make("p", {}, ...parts)];
    if (printed !== source.querySelector("a").textContent) parts.unshift(make("p", { className: "na-printed" }, printed));
    return parts;
  };

  const preview = make("div", { id: "na-preview", className: "na na-float", popover: "manual" });
  preview.setAttribute("role", "tooltip");
  const show = (mark, x) => {
    const parts = content(mark);
    if (!parts || isOff) return;
    hide();
    shown = mark;
    const off = make("button", { type: "button", className: "na-off", onclick: () => turn(true) }, "Turn previews off");
    preview.replaceChildren(...parts, off);
    if (!preview.isConnected) document.body.append(preview);
    preview.showPopover();
    mark.setAttribute("aria-describedby", preview.id);
    // A name broken over two lines has a box as wide as the column: then, and where there is no anchor positioning,
    // the preview is put beside the part under the pointer.
    const rects = [...mark.getClientRects()];
    const anchored = rects.length === 1 && CSS.supports("position-area", "bottom");
    mark.style.anchorName = anchored ? "--na-mark" : "";
    preview.classList.toggle("na-anchored", anchored);
    if (!anchored) {
      const rect = rects.find((r) => x >= r.left && x <= r.right) ?? rects[0];
      const { offsetWidth: width, offsetHeight: height } = preview;
      const page = document.documentElement;
      const { top, bottom } = mark.getBoundingClientRect();
      const above = bottom + height > page.clientHeight && top > height;
      preview.style.left = `${scrollX + Math.max(8, Math.min(rect.left, page.clientWidth - width - 8))}px`;
      preview.style.top = `${scrollY + (above ? top - height : bottom)}px`;
    }
  };
  const hide = () => {
    clearTimeout(timer);
    if (!shown) return;
    shown.removeAttribute("aria-describedby");
    shown.style.anchorName = "";
    shown = null;
    preview.removeAttribute("style");
    if (preview.matches(":popover-open")) preview.hidePopover();
  };
  const later = (wait, what) => {
    clearTimeout(timer);
    timer = setTimeout(what, wait);
  };

  document.addEventListener("pointerover", (event) => {
    if (!mouse(event)) return;
    const mark = event.target.closest(MARKS);
    if (event.target.closest("#na-preview") || (mark && mark === shown)) clearTimeout(timer);
    else if (mark) later(SHOW, () => show(mark, event.clientX));
    else if (shown && shown !== document.activeElement) later(HIDE, hide);
    else if (!shown) clearTimeout(timer);
  });
  document.addEventListener("focusin", ({ target }) => {
    if (preview.contains(target)) return;
    if (target.matches(MARKS) && target.matches(":focus-visible")) show(target);
    else hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown) {
      event.stopPropagation();
      hide();
    }
  }, true);

  // On touch a sheet: modal, so that a tap beside it only closes it.
  const sheet = make("dialog", { id: "na-sheet", className: "na na-float" });
  sheet.onclick = (event) => event.target === sheet && sheet.close();
  document.addEventListener("pointerdown", (event) => { byTouch = !mouse(event); }, true);
  document.addEventListener("click", (event) => {
    const mark = byTouch && !isOff && event.target.closest(".na .mention");
    const parts = mark && content(mark);
    if (!parts) return;
    event.preventDefault();
    event.stopPropagation();
    const close = make("button", { type: "button", onclick: () => sheet.close() }, "Close");
    const link = parts.map((part) => part.querySelector?.("a")).find(Boolean);
    const open = mark.dataset.entity ? [make("a", { className: "na-open", href: link.href }, "Open page")] : [];
    const off = make("button", { type: "button", className: "na-off", onclick: () => { sheet.close(); turn(true); } }, "Turn previews off");
    sheet.setAttribute("aria-label", mark.textContent);
    sheet.replaceChildren(...parts, make("div", { className: "na-buttons" }, ...open, close), off);
    if (!sheet.isConnected) document.body.append(sheet);
    sheet.showModal();
  }, true);

  onPage(() => {
    hide();
    sheet.close();
    label();
    // An undecided name is no link: the keyboard reaches it too.
    for (const mark of document.querySelectorAll(".na .mention--ambiguous")) if (content(mark)) mark.tabIndex = 0;
  });
}
