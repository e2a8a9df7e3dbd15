// The licences of what ends up in the built page, beside it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SHIPPED = ['svelte', 'esm-env', 'clsx', 'uplot', '@fontsource-variable/geist', '@fontsource-variable/geist-mono'];

for (const name of SHIPPED) {
  const folder = join('node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const text = ['LICENSE', 'LICENSE.md', 'license']
    .map((file) => {
      try {
        return readFileSync(join(folder, file), 'utf8').trim();
      } catch {
        return null;
      }
    })
    .find(Boolean);
  if (!text) throw new Error(`${name} has no licence text`);
  console.log(`${name} ${version} (${license})\n\n${text}\n\n${'-'.repeat(80)}\n`);
}
