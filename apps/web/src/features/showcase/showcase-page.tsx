import { useState } from 'react';
import { chooseContrast, chooseTheme, chosenContrast, chosenTheme, type Contrast, type Theme } from '~/lib/appearance';
import { Segments } from '~/ui';
import { Buttons, Links } from './actions-part';
import { Choices, Fields } from './fields-part';
import { FeedbackParts, Overlays } from './feedback-part';
import { Colours, Surfaces } from './surfaces-part';

/** Every component of the kit in every state. For those who build; the words are samples. */
export default function ShowcasePage() {
  const [theme, setTheme] = useState<Theme>(chosenTheme());
  const [contrast, setContrast] = useState<Contrast>(chosenContrast());
  const [density, setDensity] = useState<'calm' | 'dense'>('calm');
  return (
    <main className="page page-normal" data-density={density} lang="en">
      <header className="page-head">
        <div className="flex-1">
          <h1 className="page-title">The kit</h1>
          <p className="page-intro">Every component in every state.</p>
        </div>
        <div className="page-actions">
          <Segments
            label="Appearance"
            value={theme}
            onChange={(value) => {
              chooseTheme(value);
              setTheme(value);
            }}
            options={[
              { id: 'system', name: 'System' },
              { id: 'light', name: 'Light' },
              { id: 'dark', name: 'Dark' },
            ]}
          />
          <Segments
            label="Contrast"
            value={contrast}
            onChange={(value) => {
              chooseContrast(value);
              setContrast(value);
            }}
            options={[
              { id: 'system', name: 'Normal' },
              { id: 'more', name: 'High contrast' },
            ]}
          />
          <Segments
            label="Density"
            value={density}
            onChange={setDensity}
            options={[
              { id: 'calm', name: 'Calm' },
              { id: 'dense', name: 'Dense' },
            ]}
          />
        </div>
      </header>
      <div className="stack">
        <Colours />
        <Buttons />
        <Links />
        <Fields />
        <Choices />
        <Surfaces />
        <FeedbackParts />
        <Overlays />
      </div>
    </main>
  );
}
