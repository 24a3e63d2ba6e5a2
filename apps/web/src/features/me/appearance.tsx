import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { chooseContrast, chooseTheme, chosenContrast, chosenTheme, type Contrast, type Theme } from '~/lib/appearance';
import { Card, RadioGroup, Switch } from '~/ui';

/** Kept on this device: a dark room is no reason for a dark office. */
export function Appearance() {
  const { t } = useLingui();
  const [theme, setTheme] = useState<Theme>(chosenTheme());
  const [contrast, setContrast] = useState<Contrast>(chosenContrast());
  return (
    <Card>
      <div className="form">
        <RadioGroup<Theme>
          label={t`Appearance`}
          help={t`For this device only.`}
          look="cards"
          value={theme}
          onChange={(next) => {
            chooseTheme(next);
            setTheme(next);
          }}
          options={[
            { id: 'system', name: t`As the device` },
            { id: 'light', name: t`Light` },
            { id: 'dark', name: t`Dark` },
          ]}
        />
        <Switch
          isSelected={contrast === 'more'}
          onChange={(more) => {
            const next = more ? 'more' : 'system';
            chooseContrast(next);
            setContrast(next);
          }}
          help={t`Darker text, stronger lines.`}
        >
          {t`High contrast`}
        </Switch>
      </div>
    </Card>
  );
}
