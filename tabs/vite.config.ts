/** How the tab is built: one page and the one for leavers, pages of the app as chunks of their own, nothing inline, since the server allows scripts from itself only. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  plugins: [react()],
  // See the file: contracts without their schemas. Tests run on the real zod.
  resolve: { alias: { zod: fileURLToPath(new URL('platform/call/no-schemas.ts', import.meta.url)) } },
  build: {
    outDir: '../dist/tabs',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The tab, and the page for whoever has left, which stands alone.
    rollupOptions: { input: ['index.html', 'leaving.html'].map((page) => fileURLToPath(new URL(page, import.meta.url))) },
  },
});
