import { lingui } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

// Whoever starts a build means the real thing, whatever the shell around it says (Jest sets NODE_ENV to test).
if (process.argv.includes('build')) process.env.NODE_ENV = 'production';

/** The operations of this build, beside its pages: the API answers browsers these and no others. */
function registeredDocuments(): Plugin {
  const generated = join(import.meta.dirname, 'src/generated');
  return {
    name: 'registered-documents',
    apply: 'build',
    generateBundle() {
      const all = readdirSync(generated).map((owner) => JSON.parse(readFileSync(join(generated, owner, 'persisted-documents.json'), 'utf8')) as Record<string, string>);
      this.emitFile({ type: 'asset', fileName: 'persisted-documents.json', source: JSON.stringify(Object.assign({}, ...all), null, 1) });
    },
  };
}

/** Small things that every page behind the sign-in needs: one chunk, because sixty of a few hundred bytes each compress badly. */
const inTheShell = /src\/lib\/(days|time|use-times|viewer|wall|offline-copy|session|words|zones)\.tsx?$|src\/ui\/(page|surface|feedback|loaded|logo|bare-button|notices-store|cx)\.tsx?$|icons-react\/dist\/esm\/icons\/Icon(AlertTriangle|Bell|Book|Building|Calendar|CalendarWeek|CheckCircle|ChevronDown|CircleCheck|CloudOff|Home|InfoCircle|Language|MailForward|Pencil|School|Search|Server2|User|UserPlus|Users|X|DotsVertical|Menu2)\.mjs$/;

const api = process.env.TREMPLIN_API ?? 'http://127.0.0.1:3000';

export default defineConfig({
  resolve: { alias: { '~': new URL('./src', import.meta.url).pathname } },
  plugins: [
    { ...optimizeLocales.vite({ locales: ['fr-FR', 'nl-NL', 'de-DE', 'en-US'] }), enforce: 'pre' },
    react(),
    babel({ include: /\/src\/.*\.tsx?$/, plugins: ['@lingui/babel-plugin-lingui-macro'] }),
    lingui({ failOnMissing: process.env.TEXTS !== 'draft' }),
    tailwind(),
    registeredDocuments(),
    VitePWA({
      // Registered in main.tsx.
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        name: 'Tremplin',
        short_name: 'Tremplin',
        start_url: '/',
        display: 'standalone',
        background_color: '#fafaff',
        theme_color: '#3b3fb6',
        // The pictures are made from icon.svg; home screens that round, cut or cannot draw SVG take one of them.
        icons: [
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        // The shell only: what people read comes from the API, and old answers must never pose as new ones.
        // The agenda keeps a copy of its own, shown with its time (lib/offline-copy), so its pages must open without a connection.
        globPatterns: ['index.html', 'appearance.js', 'icon.svg', 'assets/index-*.{js,css}', 'assets/{inside,shell,today-page,agenda-page,learner-today,copy-note}-*.js', 'assets/*.woff2'],
        // A page comes from the server whenever that answers, so that nobody starts an old version whose files are gone from it.
        navigateFallback: null,
        directoryIndex: null,
        // A new version takes over at once: it keeps nothing of the old one that a page could miss.
        ...{ skipWaiting: true, clientsClaim: true },
        runtimeCaching: [
          {
            urlPattern: ({ request, url }) => request.mode === 'navigate' && !/^\/(graphql|events|sign-in\/oidc|health|metrics|files|calendar|verify|agenda\/lite|embed|dev)(\/|$)/.test(url.pathname),
            handler: 'NetworkOnly',
            options: { precacheFallback: { fallbackURL: '/index.html' } },
          },
          // A page that was opened once opens without a connection, too: names of these files change with their content.
          { urlPattern: /\/assets\/[^/]+\.(?:js|css|woff2)$/, handler: 'CacheFirst', options: { cacheName: 'opened-pages', expiration: { maxEntries: 400 } } },
          // So do pictures of lessons, which never change under their address; signing out forgets them.
          { urlPattern: /\/files\/course-images\/[^/]+$/, handler: 'CacheFirst', options: { cacheName: 'course-pictures', expiration: { maxEntries: 300, maxAgeSeconds: 30 * 86_400 }, cacheableResponse: { statuses: [200] } } },
        ],
        cleanupOutdatedCaches: true,
      },
    }),
  ],
  build: { target: 'es2023', manifest: true, sourcemap: false, chunkSizeWarningLimit: 600, rolldownOptions: { output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: 'shell', test: inTheShell }] } } } },
  server: { port: 5173, proxy: Object.fromEntries(['/graphql', '/events', '/auth', '/files', '/health'].map((path) => [path, api])) },
});
