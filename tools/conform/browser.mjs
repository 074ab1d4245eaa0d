// Looks at pages in Chromium as a reader does, with no network: axe's rules, reflow, and what the page was refused.
// usage: node browser.mjs CHROMIUM FILE...   (from the folder that holds node_modules)
// Prints one JSON object: for every file the list of what was found, each thing once with the views it was found in.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(pathToFileURL(`${process.cwd()}/here.js`));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549', 'best-practice'];
const FLAGS = [
  '--no-sandbox', // Chromium has no sandbox for root, which a container's user often is; the pages are our own
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
const VIEWS = [1280, 320].flatMap((width) => ['light', 'dark'].map((colorScheme) => ({ width, colorScheme })));

// The page's own policy stays in force: what it refuses is a finding, and axe comes in by the debugger, past it.
async function look(browser, file, { width, colorScheme }) {
  const found = [];
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, offline: true });
  page.on('console', (message) => { if (message.type() === 'error') found.push(message.text()); });
  page.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) found.push(`asks the network for ${request.url()}`);
  });
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(axe);
  const { passes, violations } = await page.evaluate((values) => globalThis.axe.run({ runOnly: { type: 'tag', values } }), TAGS);
  if (!passes.length) found.push('axe found nothing to look at');
  for (const { id, help, nodes } of violations) found.push(`${id}: ${help}: ${nodes[0].target.join(' ')}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) found.push(`reflow: ${wide} px wider than the screen (WCAG 1.4.10)`);
  await page.close();
  return found;
}

const [executablePath, ...files] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: FLAGS });
const report = {};
for (const file of files) {
  const seen = new Map();
  for (const view of VIEWS) {
    for (const text of await look(browser, file, view)) {
      seen.set(text, [...(seen.get(text) ?? []), `${view.width} px ${view.colorScheme}`]);
    }
  }
  report[file] = [...seen].map(([text, views]) => `${text} (${views.join(', ')})`);
}
await browser.close();
console.log(JSON.stringify(report));
