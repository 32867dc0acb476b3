// Feeds files line by line to @microsoft/recognizers-text-suite and prints how
// many entities it found: `node peer.js number FILE…` looks for numbers and
// percentages, `node peer.js all FILE…` for currencies, dimensions, dates and
// times too.
'use strict';

const fs = require('fs');
const { Culture, recognizeNumber, recognizePercentage, recognizeCurrency, recognizeDimension, recognizeDateTime } =
	require('@microsoft/recognizers-text-suite');

const recognizers = {
	number: [recognizeNumber, recognizePercentage],
	all: [recognizeNumber, recognizePercentage, recognizeCurrency, recognizeDimension, recognizeDateTime],
};

const [what, ...files] = process.argv.slice(2);
if (!recognizers[what] || files.length === 0) {
	console.error('usage: node peer.js number|all FILE…');
	process.exit(2);
}

let entities = 0;
for (const file of files) {
	for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
		if (line.trim() === '') continue;
		for (const recognize of recognizers[what]) entities += recognize(line, Culture.Chinese).length;
	}
}
console.log(JSON.stringify({ entities }));
