// What a reader asks: as it stands in the address, and as the index is asked.

export const FACETS = [
  ["kind", "Kind"],
  ["actor", "Actor"],
  ["place", "Place"],
  ["term", "Term"],
  ["year", "Year"],
  ["source", "Source"],
];
const SORTS = ["relevance", "newest", "oldest"];
// Facets of which an article has several values, so that one may ask for all of those chosen.
export const SEVERAL = ["actor", "place", "term"];

// `?q=truce&year=2016&year=2017&all=actor&sort=newest` -> { q, sort, all: ["actor"], chosen: { year: ["2016", "2017"], … } }
export const asked = (address) => {
  const fields = new URLSearchParams(address);
  const sort = fields.get("sort");
  return {
    q: (fields.get("q") ?? "").trim(),
    sort: SORTS.includes(sort) ? sort : SORTS[0],
    all: SEVERAL.filter((facet) => fields.getAll("all").includes(facet)),
    chosen: Object.fromEntries(FACETS.map(([facet]) => [facet, [...new Set(fields.getAll(facet))]])),
  };
};

// The way back. Only what is asked for is named, so that one question has one address.
export const addressOf = ({ q, sort, all, chosen }) => {
  const fields = new URLSearchParams();
  if (q) fields.set("q", q);
  for (const [facet] of FACETS) for (const value of chosen[facet]) fields.append(facet, value);
  for (const facet of all) if (chosen[facet].length > 1) fields.append("all", facet);
  if (sort !== SORTS[0]) fields.set("sort", sort);
  return `?${fields}`;
};

// What is found, and for each facet the number of results of each value, whatever is chosen in that facet itself.
export const answer = async (search, { q: asked, sort, all: joined, chosen }) => {
  const q = meant(asked);
  const filters = (except) =>
    Object.fromEntries(
      FACETS.flatMap(([f]) =>
        chosen[f].length && f !== except ? [[f, joined.includes(f) ? chosen[f] : { any: chosen[f] }]] : [],
      ),
    );
  // Where any of several values will do, each is counted as if none were chosen; where all must be there, as it is.
  const narrowed = FACETS.filter(([facet]) => chosen[facet].length && !joined.includes(facet));
  const all = await search.filters(); // without this call Pagefind counts the values of no facet but those chosen
  if (!q && !FACETS.some(([facet]) => chosen[facet].length)) return { results: [], counts: all };
  const orders = { newest: { newest: "desc" }, oldest: { oldest: "asc" } };
  const options = { filters: filters(), sort: orders[q || sort !== "relevance" ? sort : "newest"] };
  let words = typed(q);
  let found = await search.search(words, options);
  // The index has names in plain letters besides, so `Al Hudaydah` for `Al-Hudaydah` and the like are tried when words fail.
  if (q && !found.results.length) found = await search.search((words = plain(q)), options);
  const named = q ? (await search.search(keyOf(q), options)).results : [];
  const others = found.results.filter(({ id }) => !named.some((result) => result.id === id));
  const isRanked = options.sort === undefined;
  const counts = { ...found.filters };
  for (const [facet] of narrowed) {
    counts[facet] = (await search.search(words, { filters: filters(facet) })).filters[facet];
  }
  return { results: isRanked || !found.results.length ? [...named, ...others] : found.results, counts };
};

// Letters that have no accent to be set aside, and those of Arabic script that writers interchange: as in the engine.
const LETTERS = {
  ı: "i", ł: "l", ø: "o", đ: "d", ð: "d", æ: "ae", œ: "oe", ß: "ss",
  ى: "ي", ی: "ي", ک: "ك", ة: "ه",
};

const lettered = (text) =>
  text.toLowerCase().normalize("NFKD").replace(/[ıłøđðæœßىیکة]/g, (letter) => LETTERS[letter]);

// A question without the words that only make it one: `who are the YPG?` -> `YPG`. No name is lost: a question has more.
const ASKING = /^(who|what|when|where|which|why|how|is|are|was|were|the|an?|of|in|on|at|did|do|does|happened)$/i;
const meant = (q) => {
  if (!q.endsWith("?")) return q;
  return q.slice(0, -1).split(/\s+/).filter((word) => !ASKING.test(word)).join(" ") || q;
};

// The words as they are searched for; null, which is everything, where there are none.
const typed = (q) => q.replace(/[\u02b9-\u02bf\u2018\u2019`´]/g, "'") || null;

// The same in plain letters, as names are indexed besides.
const plain = (q) => lettered(q).replace(/[^\p{L}\p{N}\s-]|\p{Lm}/gu, "").replace(/-/g, " ");

// All ways to type a name have this in common. Entities are indexed by it, as a word that no text has.
const keyOf = (q) => `xqx${lettered(q).replace(/[^\p{Ll}\p{Lo}\p{N}]/gu, "")}xqx`;
