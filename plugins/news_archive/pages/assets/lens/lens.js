// The editor's lens: marks names in an article's text, and says of the name under the pointer or with the focus why it
// is linked or not, and which line changes that. All it says is copied from the panel at the end of the page. The
// words of the article stay as they are: elements are put around them, and taken away when the lens is turned off.
{
  const KEY = "news-archive.lens";
  const CLOSED = "h1, h2, h3, h4, h5, h6, pre, code, kbd, samp, a, figcaption, .mention, .headerlink";
  const BLOCK = "p, li, td, th, dt, dd, blockquote, pre, figcaption, summary, h1, h2, h3, h4, h5, h6, div";
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const button = (text, className, onclick) => make("button", { type: "button", className, onclick }, text);

  let isOn = true;
  // Where nothing may be stored, the choice holds until the next full load.
  try { isOn = localStorage.getItem(KEY) !== "off"; } catch {}
  let text = null, panel = null, shown = null, byTouch = false;

  // The bar: what is said of one name, and the switch. Outside of what instant navigation exchanges.
  const said = make("div", { className: "na-lens-said", hidden: true });
  said.setAttribute("aria-live", "polite");
  const toggle = button("", "", () => turn(!isOn));
  toggle.setAttribute("aria-keyshortcuts", "Alt+L");
  toggle.title = "Alt+L";
  const close = button("Close", "", () => { const mark = shown; hide(); mark?.focus(); });
  const bar = make("div", { id: "na-lens-bar", className: "na na-float", hidden: true }, said,
    make("div", { className: "na-lens-buttons" }, close, toggle));
  bar.setAttribute("role", "region");
  bar.setAttribute("aria-label", "Editor's lens");

  const copy = async (line) => {
    const source = line.querySelector("code"), told = line.querySelector("[role=status]");
    try {
      await navigator.clipboard.writeText(source.textContent);
      told.textContent = "Copied";
    } catch {
      // Pages that come from another machine without https may not write to the clipboard.
      getSelection().selectAllChildren(source);
      told.textContent = "Selected";
    }
  };
  const addCopying = (within) => {
    for (const line of within.querySelectorAll(".na-lens-line:not(:has(button))")) {
      const status = make("span", { className: "na-meta" });
      status.setAttribute("role", "status");
      const copying = button("Copy", "", () => copy(line));
      copying.setAttribute("aria-label", `Copy ${line.textContent}`);
      line.append(copying, status);
    }
  };

  // What of a name is in the text: marks of its own, or its words, found again.
  const items = () => [...(panel?.querySelectorAll("[data-lens]") ?? [])];
  const marksOf = (item) => (item.dataset.marks ?? "").split(" ").filter(Boolean)
    .map((id) => document.getElementById(id)).filter(Boolean);
  const itemOf = (mark) => (mark.dataset.lensItem
    ? items()[Number(mark.dataset.lensItem)]
    : items().find((item) => (item.dataset.marks ?? "").split(" ").includes(mark.id)));

  // Text nodes with the block that each is in: a name may run over tags within a block, and never over its end.
  const pieces = () => {
    const found = [], walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    let block = null, all = "";
    while (walker.nextNode()) {
      const node = walker.currentNode, own = node.parentElement.closest(BLOCK);
      if (own !== block) all += "\n\uE000";
      block = own;
      found.push({ node, start: all.length, isOpen: !node.parentElement.closest(CLOSED) });
      all += node.data;
    }
    return [all, found];
  };
  const asPattern = (spelling) => spelling.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")
    .replace(/'/g, "['’‘ʼ`]").replace(/-/g, "[-‐‑–]").replace(/\s+/g, "\\s+");
  const wrap = () => {
    const item = new Map();
    items().forEach((each, number) => {
      if (each.dataset.marks) return;
      for (const spelling of JSON.parse(each.dataset.names)) if (!item.has(spelling)) item.set(spelling, number);
    });
    // Longest first, so that a name is not taken for its beginning.
    const spellings = [...item.keys()].sort((a, b) => b.length - a.length);
    if (!spellings.length) return;
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${spellings.map((s) => `(${asPattern(s)})`).join("|")})(?![\\p{L}\\p{N}])`, "gu");
    const [all, nodes] = pieces();
    // From the end: what is cut there leaves the places before it as they were.
    for (const match of [...all.matchAll(pattern)].reverse()) {
      const number = item.get(spellings[match.slice(1).findIndex((group) => group !== undefined)]);
      const end = match.index + match[0].length;
      for (const { node, start, isOpen } of nodes.filter((n) => n.start < end && n.start + n.node.length > match.index).reverse()) {
        const range = document.createRange();
        range.setStart(node, Math.max(0, match.index - start));
        range.setEnd(node, Math.min(node.length, end - start));
        if (!isOpen || !range.toString().trim()) continue;
        const mark = make("span", { className: "na-lens-mark" });
        mark.dataset.lensItem = number;
        mark.dataset.lensState = items()[number].dataset.lens;
        range.surroundContents(mark);
      }
    }
  };
  const reach = () => {
    items().forEach((item, number) => {
      // The keyboard comes to each name once; a link it reaches anyway.
      const marks = item.dataset.marks ? marksOf(item) : [...text.querySelectorAll(`[data-lens-item="${number}"]`)];
      if (!marks.length || marks.some((mark) => mark.tabIndex >= 0)) return;
      marks[0].tabIndex = 0;
      marks[0].setAttribute("role", "button");
      marks[0].dataset.lensReached = "";
    });
  };
  const undo = () => {
    for (const mark of document.querySelectorAll("[data-lens-reached]")) {
      mark.removeAttribute("tabindex");
      mark.removeAttribute("role");
      delete mark.dataset.lensReached;
    }
    for (const mark of document.querySelectorAll(".na-lens-mark")) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
  };

  const hide = () => {
    shown?.classList.remove("na-lens-shown");
    shown = null;
    said.hidden = close.hidden = true;
    said.replaceChildren();
  };
  const show = (mark) => {
    const item = itemOf(mark);
    if (!item || mark === shown) return;
    hide();
    shown = mark;
    mark.classList.add("na-lens-shown");
    const parts = [...item.cloneNode(true).children].filter((part) => !part.matches(".na-lens-context"));
    for (const part of parts) part.querySelectorAll("button, [role=status]").forEach((e) => e.remove());
    said.replaceChildren(...parts);
    said.hidden = close.hidden = false;
    addCopying(said);
  };

  const draw = () => {
    hide();
    undo();
    text = document.querySelector("[data-article]");
    panel = document.querySelector(".na-lens");
    bar.hidden = !panel;
    document.documentElement.classList.toggle("na-lens-on", Boolean(panel) && isOn);
    if (!panel || !text) return;
    if (!bar.isConnected) document.body.append(bar);
    const open = Number(panel.dataset.settle);
    toggle.textContent = isOn ? "Turn the lens off" : `Editor's lens${open ? ` (${open})` : ""}`;
    toggle.setAttribute("aria-pressed", isOn);
    addCopying(panel);
    panel.hidden = !isOn;
    if (isOn) { wrap(); reach(); }
  };
  const turn = (on) => {
    isOn = on;
    try { localStorage.setItem(KEY, on ? "on" : "off"); } catch {}
    draw();
  };

  const MARKS = "[data-article] :is(.mention, .na-lens-mark)";
  const markAt = (target) => isOn && panel && target instanceof Element ? target.closest(MARKS) : null;
  document.addEventListener("pointerover", (event) => {
    const mark = event.pointerType === "touch" ? null : markAt(event.target);
    if (mark) show(mark);
  });
  document.addEventListener("focusin", ({ target }) => {
    const mark = markAt(target);
    if (mark) show(mark);
  });
  addEventListener("pointerdown", (event) => { byTouch = event.pointerType === "touch"; }, true);
  // On the window, so before the sheet of a tap: an editor asks why, and the bar has the link.
  addEventListener("click", (event) => {
    const mark = markAt(event.target);
    if (!mark || (!byTouch && mark.matches("a"))) return;
    if (byTouch) { event.preventDefault(); event.stopPropagation(); }
    show(mark);
  }, true);
  document.addEventListener("keydown", (event) => {
    const { key, code, target } = event;
    if (event.altKey && code === "KeyL" && !event.ctrlKey && !event.metaKey && !event.shiftKey
      && panel && !target.matches("input, textarea, select, [contenteditable]")) {
      event.preventDefault();
      turn(!isOn);
    } else if (key === "Escape" && shown) {
      if (bar.contains(target)) shown.focus();
      hide();
    } else if ((key === "Enter" || key === " ") && target.matches("[data-lens-reached], .mention--ambiguous") && markAt(target)) {
      event.preventDefault();
      show(markAt(target));
      said.querySelector("button")?.focus();
    }
  });

  if (window.document$) document$.subscribe(draw);
  else draw();

  // While the archive has an error, the server shows its pages of before, and keeps what is wrong beside this script.
  fetch(document.currentScript.src.replace(/js$/, "txt"), { cache: "no-store" })
    .then((answer) => answer.ok ? answer.text() : "", () => "")
    .then((problems) => {
      if (!problems.trim()) return;
      const told = make("div", { className: "na-lens-problems" },
        make("b", {}, "These pages are from before your last change. The archive has errors:"),
        make("pre", {}, problems));
      told.setAttribute("role", "alert");
      document.body.prepend(told);
    });
}
