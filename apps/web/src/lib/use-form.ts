import { useState } from 'react';
import { type Answer, type Refusal } from './api/answer';

interface FieldProps<Value> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly error?: string;
  readonly isDisabled?: boolean;
}

export interface Form<Values extends object> {
  readonly values: Values;
  readonly isPending: boolean;
  /** Whether something was entered since the form was opened, reset or sent. */
  readonly isTouched: boolean;
  /** What was refused and belongs to no field that is shown. */
  readonly problem: Refusal | null;
  field<Name extends keyof Values & string>(name: Name): FieldProps<Values[Name]>;
  set(changes: Partial<Values>): void;
  /** Marks fields before anything is sent. */
  mark(errors: Readonly<Partial<Record<keyof Values & string, string>>>): void;
  submit(): Promise<boolean>;
  reset(values: Values): void;
}

/**
 * A form's draft lives in the form. Refusals of the server come back to the fields they name ("email", "input.email"); a mark goes as
 * soon as its field is touched.
 */
export function useForm<Values extends object, T>(initial: Values, send: (values: Values) => Promise<Answer<T>>, onDone?: (value: T, draft: Values) => void): Form<Values> {
  const [values, setValues] = useState(initial);
  const [clean, setClean] = useState(initial);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [isPending, setPending] = useState(false);

  const take = (refusal: Refusal): void => {
    const named = Object.fromEntries(refusal.faults.map((fault) => [fault.field.replace(/^input\./, ''), fault.message]));
    const homeless = refusal.faults.filter((fault) => !((fault.field.replace(/^input\./, '').split('.')[0] ?? '') in values));
    setErrors(named);
    setProblem(refusal.faults.length > 0 && homeless.length === 0 ? null : refusal);
    focusFirstError();
  };

  const submit = async (): Promise<boolean> => {
    if (isPending) return false;
    setPending(true);
    setErrors({});
    setProblem(null);
    try {
      const answer = await send(values);
      if (answer.ok) {
        setClean(values);
        onDone?.(answer.value, values);
      } else take(answer.refusal);
      return answer.ok;
    } finally {
      setPending(false);
    }
  };

  return {
    values,
    isPending,
    isTouched: values !== clean,
    problem,
    submit,
    field: (name) => ({
      value: values[name],
      error: errors[name],
      isDisabled: isPending,
      onChange: (value) => {
        setValues((before) => ({ ...before, [name]: value }));
        setErrors(({ [name]: _gone, ...rest }) => rest);
      },
    }),
    set: (changes) => setValues((before) => ({ ...before, ...changes })),
    mark: (marks) => {
      setErrors(Object.fromEntries(Object.entries(marks).filter((pair): pair is [string, string] => typeof pair[1] === 'string')));
      focusFirstError();
    },
    reset: (next) => {
      setValues(next);
      setClean(next);
      setErrors({});
      setProblem(null);
    },
  };
}

/** After the fields are marked: whoever cannot see red is taken to the first one. */
function focusFirstError(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus()));
}
