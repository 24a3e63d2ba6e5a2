import { useState } from 'react';
import { type Answer, type Refusal } from '~/lib/api/answer';
import { notices } from '~/ui';

/** A deed of one press: what was refused stays on the screen, what worked is said. */
export function useDeed(onDone: () => void) {
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [isPending, setPending] = useState(false);
  const run = async (deed: Promise<Answer<unknown>>, text: string): Promise<void> => {
    setPending(true);
    const answer = await deed.finally(() => setPending(false));
    if (!answer.ok) return setProblem(answer.refusal);
    notices.say({ tone: 'good', text });
    onDone();
  };
  return { problem, isPending, run };
}
