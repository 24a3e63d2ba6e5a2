import './ui/styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { applyAppearance, followSystem } from './lib/appearance';
import { speak, startLanguage } from './lib/i18n/i18n';

applyAppearance();
followSystem();
await speak(startLanguage());

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
