import { useState } from 'react';
import { type Answer } from './api/answer';
import { type Form, useForm } from './use-form';

/** What a form shows, and the version of the thing that it was read from. */
export interface Versioned<Values> {
  readonly version: number;
  readonly values: Values;
}

/**
 * A form of something that lives on: it follows what is read again, its own save included, as long as nobody has typed. What was typed
 * stays; whether it is stale is said by the server when it is sent.
 */
export function useKeptForm<Values extends object>(read: Versioned<Values>, send: (values: Values, version: number) => Promise<Answer<{ readonly version: number }>>, onSaved?: (draft: Values) => void): Form<Values> {
  const [base, setBase] = useState(read);
  const form = useForm<Values, { readonly version: number }>(
    base.values,
    (values) => send(values, base.version),
    ({ version }, values) => {
      setBase({ version, values });
      onSaved?.(values);
    },
  );
  const isSame = JSON.stringify(read.values) === JSON.stringify(base.values);
  // Somebody changed another part of the same thing: what is typed here still fits.
  if (read.version > base.version && isSame) setBase(read);
  if (read.version >= base.version && !isSame && !form.isTouched) {
    setBase(read);
    form.reset(read.values);
  }
  return form;
}
