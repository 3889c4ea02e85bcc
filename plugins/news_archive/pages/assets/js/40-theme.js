{
  // Without script the menu is opened by a label, which the keyboard can't reach; with it, a button takes its place.
  const drawer = document.getElementById("__drawer");
  const button = document.querySelector(".na-menu");
  if (button) {
    button.previousElementSibling.hidden = true;
    button.hidden = false;
    button.onclick = () => drawer.click();
    drawer.addEventListener("change", () => {
      button.setAttribute("aria-expanded", drawer.checked);
      const menu = document.getElementById("__menu");
      if (drawer.checked) (menu?.querySelector("[aria-current]") ?? menu?.querySelector("a"))?.focus({ preventScroll: true });
    });
    // What has the focus must not lie under the menu.
    document.addEventListener("focusin", ({ target }) => {
      if (drawer.checked && !target.closest("#__menu, .na-menu")) drawer.click();
    });
  }
  // The header stays when pages change without a load, and pages lie at different depths.
  const form = document.querySelector(".md-header .na-seek");
  if (form) form.action = form.action;

  document.addEventListener("keydown", (event) => {
    const { key } = event;
    if (key === "Escape" && button && drawer.checked) {
      drawer.click();
      button.focus();
    } else if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && key.toLowerCase() === "k" && form) {
      event.preventDefault();
      if (form.offsetParent) form.q.select();
      else document.querySelector(".na-seek-page").click();
    } else if (key.length === 1 && !event.ctrlKey && !event.metaKey) {
      // The theme changes the page on single letters; it listens on the window, where nothing else needs them.
      event.stopPropagation();
    }
  });
}
