/** What a setting is for, said where it is declared; docs/configuration.md is printed from it. */
export interface SettingDescription {
  readonly group: 'web' | 'database' | 'queue' | 'mail' | 'security' | 'storage' | 'operations';
  readonly meaning: string;
  /** Never printed, logged or shown. */
  readonly secret?: boolean;
  /** Shown in the documentation where the default is worked out at the start. */
  readonly defaultText?: string;
}

const described = new Map<string, SettingDescription>();

/** Marks a field of Settings; the field's name is the name of the environment variable. */
export function Setting(description: SettingDescription): PropertyDecorator {
  return (_target, field) => {
    described.set(String(field), description);
  };
}

export function describeSettings(): ReadonlyMap<string, SettingDescription> {
  return described;
}
