import './ui/styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { sayThatItDidNotStart } from './app/not-started';
import { applyAppearance, followSystem } from './lib/appearance';
import { speak, startLanguage } from './lib/i18n/i18n';

applyAppearance();
followSystem();
const language = startLanguage();
// Without its texts nothing can be shown but this; a blank page would not say that trying again helps.
await speak(language).catch((error: unknown) => {
  sayThatItDidNotStart(language);
  throw error;
});

// The shell opens without a connection, and a phone can keep the app on its home screen. Where the browser refuses, everything else works.
if (import.meta.env.PROD && 'serviceWorker' in navigator) void navigator.serviceWorker.register('/sw.js').catch(() => undefined);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
