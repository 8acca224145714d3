// Renders jobs with citeproc-js: one JSON job a line on stdin, one JSON result a line on stdout.
//
// job:    {style: path, items: [CSL-JSON], clusters: [[{id, ...}]], noteIndexed: bool, format: "html"|"text"}
// result: {bibliography: [string], citations: [string]} or {error: string}
//
// Environment: LOCALES (folder of locales-XX.xml), CITEPROC (folder that holds the npm package).
"use strict";
const fs = require("fs");
const path = require("path");
const readline = require("readline");
const CSL = require(path.join(process.env.CITEPROC, "citeproc"));

CSL.debug = () => {};

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
    // A fresh copy each time: the engine writes into what it is given.
    retrieveItem: (id) => JSON.parse(JSON.stringify(items.get(id))),
    // "10.5555/x" as it stands, no link around it: links are our own concern.
  };
  const engine = new CSL.Engine(sys, fs.readFileSync(job.style, "utf8"));
  engine.opt.development_extensions.wrap_url_and_doi = false;
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
  return { citations: rendered, bibliography: list ? list[1] : [] };
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
