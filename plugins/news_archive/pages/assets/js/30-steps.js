// Follow one name through an article: its count in the panel highlights all its mentions; buttons, Enter and the
// arrow keys step through them.
{
  let link, marks = [], at, bar, status;

  const go = (number) => {
    marks[at]?.classList.remove("na-current");
    at = (number + marks.length) % marks.length;
    marks[at].classList.add("na-current");
    marks[at].scrollIntoView({ block: "center" });
    status.textContent = `${at + 1} of ${marks.length}`;
  };
  const close = () => {
    for (const mark of marks) mark.classList.remove("na-chosen", "na-current");
    bar?.remove();
    bar = null;
    marks = [];
  };
  const choose = (count) => {
    close();
    link = count;
    marks = [...document.querySelectorAll(`.na-text [data-entity="${CSS.escape(link.dataset.entity)}"]`)];
    if (!marks.length) return;
    for (const mark of marks) mark.classList.add("na-chosen");
    const button = (text, onclick) => make("button", { type: "button", onclick }, text);
    const next = button("Next", () => go(at + 1));
    status = make("span", {});
    status.setAttribute("role", "status");
    const name = link.previousElementSibling.textContent;
    bar = make("div", { id: "na-steps", className: "na na-float" }, make("b", {}, name), status,
      button("Previous", () => go(at - 1)), next, button("Close", () => { close(); link.focus(); }));
    bar.setAttribute("role", "region");
    bar.setAttribute("aria-label", `Mentions of ${name}`);
    bar.onkeydown = (event) => {
      const { key } = event;
      if (key === "ArrowRight" || key === "ArrowDown") go(at + 1);
      else if (key === "ArrowLeft" || key === "ArrowUp") go(at - 1);
      else if (key === "Escape") { close(); link.focus(); }
      else return;
      event.preventDefault();
    };
    document.body.append(bar);
    at = 0;
    go(0);
    next.focus({ preventScroll: true });
  };

  document.addEventListener("click", (event) => {
    const count = event.target.closest("a.na-count[data-entity]");
    if (!count || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    choose(count);
  }, true);
  onPage(close);
}
