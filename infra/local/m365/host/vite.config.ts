/** How the host page is built: one page for all addresses; the desk is a chunk of its own. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../../../../dist/host',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // The page comes from this machine; its size is nobody's waiting time.
    chunkSizeWarningLimit: 2000,
  },
});
