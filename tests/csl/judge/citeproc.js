// Renders jobs with citeproc-js: one JSON job a line on stdin, one JSON result a line on stdout.
//
// job:    {style: path, items: [CSL-JSON], clusters: [[{id, ...}]], noteIndexed: bool, format: "html"|"text"}
// result: {ids: [string], bibliography: [string], citations: [string]} or {error: string};
//         ids are those of the entries, in the order of the list
//
// Environment: LOCALES (folder of locales-XX.xml), CITEPROC (folder that holds the npm package).
"use strict";
const fs = require("fs");
const path = require("path");
const readline = require("readline");
const CSL = require(path.join(process.env.CITEPROC, "citeproc"));

CSL.debug = () => {};
// Entries come without a wrapper.
for (const form of ["html", "text"]) {
  CSL.Output.Formats[form]["@bibliography/entry"] = (state, entry) => entry;
}

const locales = new Map();
function locale(lang) {
  if (!locales.has(lang)) {
    const file = path.join(process.env.LOCALES, `locales-${lang}.xml`);
    locales.set(lang, fs.existsSync(file) ? fs.readFileSync(file, "utf8") : false);
  }
  return locales.get(lang);
}

function render(job) {
  const items = new Map(job.items.map((item) => [item.id, item]));
  const sys = {
    retrieveLocale: locale,
    // A fresh copy each time, for the engine writes into what it is given.
    retrieveItem: (id) => JSON.parse(JSON.stringify(items.get(id))),
  };
  const engine = new CSL.Engine(sys, fs.readFileSync(job.style, "utf8"));
  engine.setOutputFormat(job.format);
  const citations = job.clusters.map((cluster, index) => ({
    citationID: `c${index}`,
    citationItems: cluster,
    properties: { noteIndex: job.noteIndexed ? index + 1 : 0 },
  }));
  const rendered = engine
    .rebuildProcessorState(citations, job.format, job.items.map((item) => item.id))
    .map((entry) => entry[2]);
  const list = engine.makeBibliography();
  if (!list) {
    return { citations: rendered, ids: [], bibliography: [] };
  }
  let ids = list[0].entry_ids.map((group) => group[0]);
  if (ids.length !== list[1].length) {
    // Items whose entry is empty are left out of the list, but not of its ids.
    ids = ids.filter((id) => engine.makeBibliography({ include: [{ field: "id", value: id }] })[1].length);
  }
  return { citations: rendered, ids, bibliography: list[1] };
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  let result;
  try {
    result = render(JSON.parse(line));
  } catch (error) {
    result = { error: String((error && error.stack) || error) };
  }
  process.stdout.write(JSON.stringify(result) + "\n");
});
