// The page is built into the crate that embeds it, so that `cargo build` needs no Node.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/_console/',
  plugins: [svelte()],
  build: {
    outDir: '../crates/console/assets',
    emptyOutDir: true,
    assetsDir: 'built',
    target: 'esnext',
    cssTarget: 'esnext',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    port: 14510,
    // `cargo run -p headwater-console --example fixture -- 14500`, or a real server.
    proxy: { '/_api': { target: 'http://127.0.0.1:14500', ws: true } },
  },
});
