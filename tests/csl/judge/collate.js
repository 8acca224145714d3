// Compares strings as citeproc-js does: [language, a, b] a line on stdin, -1, 0 or 1 a line on stdout.
"use strict";
const collators = new Map();

function collator(language) {
  if (!collators.has(language)) {
    const options = { sensitivity: "base", ignorePunctuation: true, numeric: true };
    collators.set(language, new Intl.Collator(language, options));
  }
  return collators.get(language);
}

require("readline")
  .createInterface({ input: process.stdin })
  .on("line", (line) => {
    const [language, a, b] = JSON.parse(line);
    process.stdout.write(`${collator(language).compare(a, b)}\n`);
  });
