// The search page. <na-search> is an element of its own because instant navigation puts the page's content in and
// takes it out again without loading this file anew: it begins when it is put in and ends when it is taken out.
// What is asked stands in the address alone.

import { FACETS, SEVERAL, addressOf, answer, asked } from "./news-archive-search-query.js";
import { ROOT, lineOf, make } from "./news-archive-search-results.js";

const AT_ONCE = 20;
const VALUES = 8;
const PAUSE = 250;
const WIDE = matchMedia("(min-width: 60em)");

// Pagefind is some 100 kB, so it is fetched when somebody searches, and once. Where that fails it is tried anew with
// the next search, by another address: browsers may remember that a module could not be loaded.
let engine;
let failures = 0;
const load = async () => {
  try {
    const loaded = await import(new URL(`pagefind/pagefind.js${failures ? `?${failures}` : ""}`, ROOT));
    await loaded.options({ excerptLength: 36, ranking: { metaWeights: { title: 5, description: 1 } } });
    return loaded;
  } catch (error) {
    failures += 1;
    engine = undefined;
    throw error;
  }
};
const pagefind = () => (engine ??= load());

const number = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

class Search extends HTMLElement {
  connectedCallback() {
    this.parts = Object.fromEntries([...this.querySelectorAll("[data-part]")].map((e) => [e.dataset.part, e]));
    this.expanded = new Set();
    this.ended = new AbortController();
    const { signal } = this.ended;
    const { form, box, order, facets, clear, more } = this.parts;
    const on = (element, type, listener) => element.addEventListener(type, listener, { signal });
    on(box, "input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask({ ...this.question, q: box.value.trim() }, "typed"), PAUSE);
    });
    on(form, "submit", (event) => {
      event.preventDefault();
      this.ask({ ...this.question, q: box.value.trim() }, "settled");
    });
    on(facets, "change", ({ target: { name, value, checked } }) => {
      if (name === "all") this.join(value, checked);
      else this.choose(name, value, checked);
    });
    on(order, "change", () => this.ask({ ...this.question, sort: order.value }, "settled"));
    on(clear, "click", () => {
      this.ask({ ...asked(""), q: this.question.q }, "settled");
      box.focus();
    });
    on(more, "click", async () => this.parts.results.children[await this.show(this.turn)]?.querySelector("a").focus());
    on(this, "focusin", () => pagefind().then(() => this.parts.out.hidden && this.find(), () => this.excuse()));
    on(window, "popstate", () => this.restore());
    on(WIDE, "change", () => (facets.open = WIDE.matches));
    // Before the theme's own keys, which lead to this page.
    document.addEventListener("keydown", (event) => this.focusByKey(event), { signal, capture: true });
    facets.open = WIDE.matches;
    // Words may have been typed before this file came.
    const typed = box.value.trim();
    this.restore();
    if (typed && !this.question.q) {
      box.value = typed;
      this.ask({ ...this.question, q: typed }, "typed");
    }
  }

  disconnectedCallback() {
    this.ended.abort();
    clearTimeout(this.timer);
    this.turn = NaN;
  }

  focusByKey(event) {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    this.parts.box.select();
  }

  // What the address asks, at the start and after Back and Forward.
  restore() {
    this.question = asked(location.search);
    this.isSettled = true;
    this.parts.box.value = this.question.q;
    if (addressOf(this.question) !== "?" || !this.parts.out.hidden) this.find();
  }

  // While somebody types, the entry in the history is replaced; what was settled by Enter or a choice stays in it.
  ask(question, how) {
    clearTimeout(this.timer);
    this.question = question;
    const address = location.pathname + addressOf(question).replace(/^\?$/, "");
    if (address !== location.pathname + location.search) {
      history[how === "settled" || this.isSettled && this.wasAsked ? "pushState" : "replaceState"](null, "", address);
      this.isSettled = false;
    }
    this.isSettled ||= how === "settled";
    this.wasAsked = true;
    this.find();
  }

  choose(facet, value, isChosen) {
    const chosen = this.question.chosen[facet].filter((other) => other !== value);
    if (isChosen) chosen.push(value);
    this.ask({ ...this.question, chosen: { ...this.question.chosen, [facet]: chosen } }, "settled");
  }

  // Whether all of a facet's chosen values must be there, or any.
  join(facet, isJoined) {
    const others = this.question.all.filter((other) => other !== facet);
    this.ask({ ...this.question, all: isJoined ? [...others, facet] : others }, "settled");
  }

  async find() {
    const turn = (this.turn = (this.turn || 0) + 1);
    try {
      const found = await answer(await pagefind(), this.question);
      if (turn !== this.turn) return;
      this.found = found.results;
      this.parts.out.hidden = false;
      this.showFacets(found.counts);
      this.showChips();
      await this.show(turn, "anew");
    } catch {
      this.excuse();
    }
  }

  excuse() {
    this.parts.out.hidden = this.parts.ways.hidden = false;
    this.parts.bar.hidden = this.parts.facets.hidden = true;
    this.parts.count.textContent = "Search is not set up on this site, or its index could not be loaded. The lists below lead to everything.";
  }

  // Puts in the next results, and gives how many there were before. Instead of the old ones where asked `anew`.
  async show(turn, how) {
    const { results, more, ways, bar, count, order } = this.parts;
    const before = how ? 0 : results.children.length;
    const loaded = await Promise.all(this.found.slice(before, before + AT_ONCE).map((result) => result.data()));
    if (turn !== this.turn) return before;
    const lines = loaded.map(lineOf);
    if (how) results.replaceChildren(...lines);
    else results.append(...lines);
    const isAsked = addressOf({ ...this.question, sort: "relevance" }) !== "?";
    more.hidden = results.children.length >= this.found.length;
    ways.hidden = this.found.length > 0;
    bar.hidden = !this.found.length;
    order.value = this.question.sort;
    count.textContent = !isAsked
      ? ""
      : this.found.length
        ? number(this.found.length, "result")
        : "No article or page has all of these words. Try fewer words or filters, another spelling, or the lists below.";
    return before;
  }

  showFacets(counts) {
    const { facets, values } = this.parts;
    const focused = document.activeElement?.dataset?.key;
    const sets = FACETS.map(([facet, legend]) => this.facet(facet, legend, counts[facet] ?? {}));
    values.replaceChildren(...sets.filter(Boolean));
    facets.hidden = !values.children.length;
    if (focused) values.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  facet(facet, legend, counts) {
    const chosen = this.question.chosen[facet];
    const byName = (a, b) => a.localeCompare(b, "en");
    const shown = [...new Set([...chosen, ...Object.keys(counts).filter((value) => counts[value])])].sort(
      (a, b) => (facet === "year" ? byName(b, a) : (counts[b] ?? 0) - (counts[a] ?? 0) || byName(a, b)),
    );
    if (!shown.length) return null;
    const isWhole = this.expanded.has(facet) || shown.length <= VALUES;
    const lines = shown
      .filter((value, at) => isWhole || at < VALUES || chosen.includes(value))
      .map((value) => {
        const box = make("input", { type: "checkbox", name: facet, value, checked: chosen.includes(value) });
        box.dataset.key = `${facet}=${value}`;
        const count = make("span", { className: "na-count" }, (counts[value] ?? 0).toLocaleString("en"));
        return make("li", {}, make("label", {}, box, make("span", {}, value), " ", count));
      });
    const set = make("fieldset", {}, make("legend", {}, legend), make("ul", {}, ...lines));
    if (chosen.length > 1 && SEVERAL.includes(facet)) {
      const all = make("input", { type: "checkbox", name: "all", value: facet, checked: this.question.all.includes(facet) });
      all.dataset.key = `all=${facet}`;
      set.firstChild.after(make("label", { className: "na-search-all" }, all, make("span", {}, "only what has all of these")));
    }
    if (!isWhole) {
      const all = make("button", { type: "button" }, `Show all ${shown.length}`);
      all.addEventListener("click", () => {
        this.expanded.add(facet);
        const whole = this.facet(facet, legend, counts);
        set.replaceWith(whole);
        whole.querySelectorAll("input")[lines.length]?.focus();
      });
      set.append(all);
    }
    return set;
  }

  showChips() {
    const { chips, clear, applied } = this.parts;
    const lines = FACETS.flatMap(([facet, legend]) =>
      this.question.chosen[facet].map((value) => {
        const chip = make("button", { type: "button", title: `Remove ${legend.toLowerCase()}: ${value}` }, value);
        chip.addEventListener("click", () => {
          this.choose(facet, value, false);
          this.parts.box.focus();
        });
        return make("li", {}, chip);
      }),
    );
    chips.replaceChildren(...lines);
    clear.hidden = lines.length < 2;
    applied.hidden = !lines.length;
  }
}

if (!customElements.get("na-search")) customElements.define("na-search", Search);
