// A hash of everything the page is built from. It is recorded beside the built files; a test of the console compares it.
// The hash is over the paths in byte order, each with its length and content, so that it can be computed anywhere.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const TOP = ['index.html', 'package-lock.json', 'svelte.config.js', 'tsconfig.json', 'vite.config.ts'];

const below = (folder) =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? below(path) : [path];
  });

const paths = [...TOP, ...below('src'), ...below('public')].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
const hash = createHash('sha256');
for (const path of paths) {
  const content = readFileSync(join(root, path));
  hash.update(`${path}\n${content.length}\n`);
  hash.update(content);
}
console.log(hash.digest('hex'));
