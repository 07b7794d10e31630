import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

/** The NHS stylesheet asks for its font and images from an assets host; nothing may leave the trust's network. */
function keepAssetsLocal(): Plugin {
  const host = /assets\.nhs\.uk/;
  return {
    name: 'keep-assets-local',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('nhsuk-frontend') || !id.endsWith('.css')) return undefined;
      return {
        code: code.replace(/@font-face\s*\{[^}]*\}/g, '').replaceAll('/assets/images/', './assets/images/'),
        map: null,
      };
    },
    generateBundle(_options, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        const text = file.type === 'chunk' ? file.code : String(file.source);
        if (host.test(text)) this.error(`${name} still names the assets host`);
      }
    },
  };
}

export default defineConfig({
  root: fileURLToPath(new URL('../client', import.meta.url)),
  publicDir: false,
  plugins: [keepAssetsLocal(), react()],
  build: {
    outDir: fileURLToPath(new URL('../dist/public', import.meta.url)),
    emptyOutDir: true,
    sourcemap: false,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': 'http://127.0.0.1:8080' } },
});
