// A result as a line of text: built with DOM methods from what the index holds, never from HTML.

// The site's root, wherever the site lies.
export const ROOT = new URL("..", import.meta.url);

export const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

// The index has dates and languages as one word each: `on2016X08X19`, `inzhXhant`.
const inParts = (word) => word.slice(2).replaceAll("X", "-");

const inWords = (date) => {
  const [year, month, day] = date.split("-").map(Number);
  const shown = { year: "numeric", month: month && "long", day: day && "numeric", timeZone: "UTC" };
  return new Intl.DateTimeFormat("en-GB", shown).format(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
};

// An excerpt is escaped text with <mark> around the words that were found, and the signs after them.
const piecesOf = (excerpt) =>
  excerpt.split(/<\/?mark>/).map((piece) => new DOMParser().parseFromString(`<p>${piece}`, "text/html").body.textContent);
const marked = (pieces) =>
  pieces.flatMap((text, at) => {
    const [, word, signs] = text.match(/^(.*?)([.,;:!?)”]*)$/s);
    return at % 2 ? [make("mark", {}, word), signs] : [text];
  });

// What an article says of itself, and of its names those that were found: the names stand last in what is indexed, as
// `Names here: Geneva, also Genève, Genf; Utrecht.` Null for an excerpt of the article's text.
const NAMES = "Names here: ";
const foundNames = ({ content, meta }, pieces) => {
  const at = content.lastIndexOf(NAMES);
  if (at < 0 || content.slice(0, at).includes(pieces.join("").trim())) return null;
  const words = pieces.filter((_, at) => at % 2).map((word) => word.replace(/[.,;]+$/, ""));
  const items = content.slice(at + NAMES.length).split("; ").flatMap((item) => {
    const [name] = item.split(", also ");
    const others = item.split(/, (?:also )?/).slice(1).filter((other) => words.some((word) => other.includes(word)));
    return others.length ? [[name, others[0].replace(/\.$/, "")]] : [];
  });
  const shown = items.slice(0, 3).flatMap(([name, other]) => [`Names ${name}, also `, make("mark", {}, other), ". "]);
  return shown.length ? [meta.description ? `${meta.description}. ` : "", ...shown] : null;
};

export const lineOf = ({ raw_url, meta, filters, excerpt, content }) => {
  const kind = filters.kind[0];
  const isEntity = kind !== "Article" && kind !== "Page";
  const lang = meta.lang ? inParts(meta.lang) : "";
  const link = make("a", { href: new URL(raw_url.slice(1), ROOT).href, lang }, meta.title);
  if (isEntity) link.className = `na-${kind.toLowerCase()}`;
  const facts = isEntity ? [kind, meta.type?.toLowerCase() === kind.toLowerCase() ? "" : meta.type] : [filters.source?.[0] ?? kind];
  const about = make("span", { className: "na-meta" }, facts.filter(Boolean).join(" · "));
  if (meta.date) {
    const dateTime = inParts(meta.date);
    about.append(" · ", make("time", { dateTime }, inWords(dateTime)));
  }
  const pieces = piecesOf(excerpt);
  const text = isEntity ? [meta.description ?? ""] : (foundNames({ content, meta }, pieces) ?? marked(pieces));
  const words = make("p", {}, ...text);
  if (lang && !isEntity) Object.assign(words, { lang, dir: "auto" });
  return make("li", {}, link, " ", about, words);
};
