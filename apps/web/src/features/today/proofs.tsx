import { useLingui } from '@lingui/react/macro';
import { type ReactNode } from 'react';

/** Photos that prove an absence, large enough to be read. */
export function Proofs({ ids, action }: { readonly ids: readonly string[]; readonly action?: (id: string) => ReactNode }) {
  const { t } = useLingui();
  return (
    <ul className="stack">
      {ids.map((id, index) => (
        <li key={id}>
          <img src={`/files/absence-proofs/${id}`} alt={t`Proof, photo ${index + 1}`} className="rounded-field max-h-96 w-full object-contain" loading="lazy" />
          {action?.(id)}
        </li>
      ))}
    </ul>
  );
}
