import { type FormEvent, type ReactNode } from 'react';

/** A form that says itself what is wrong, in our words, instead of the browser's bubbles. */
export function Form({ onSubmit, children, label }: { readonly onSubmit: () => void; readonly children: ReactNode; readonly label?: string }) {
  const send = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form onSubmit={send} noValidate className="form" aria-label={label}>
      {children}
    </form>
  );
}
