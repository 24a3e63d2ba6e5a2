import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { describeSettings } from './setting.js';
import { Settings } from './settings.js';

/** The start stops here: one line for every setting that is wrong, none of them with the value of a secret. */
export class SettingsRefused extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`${faults.length === 1 ? 'One setting is' : `${faults.length} settings are`} wrong:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

/** Reads the settings from environment variables; empty ones count as unset. Throws SettingsRefused with all faults. */
export function loadSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const known = describeSettings();
  const given: Record<string, string> = {};
  for (const name of known.keys()) {
    const value = environment[name];
    if (value) given[name] = value;
  }
  const settings = plainToInstance(Settings, given, { exposeDefaultValues: true });
  const faults = validateSync(settings, { skipMissingProperties: false }).map((error) => {
    const shown = known.get(error.property)?.secret ? '' : ` (it is "${given[error.property] ?? ''}")`;
    const wrong = Object.values(error.constraints ?? {}).map((words) => words.replace(`${error.property} `, ''));
    return `${error.property} ${wrong.join('; ')}${shown}. Meant for: ${known.get(error.property)?.meaning ?? ''}`;
  });
  if (faults.length > 0) throw new SettingsRefused(faults);
  return settings;
}
