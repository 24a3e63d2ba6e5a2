import { Trans } from '@lingui/react/macro';

/** What a course may be used for and who wrote it: many licences ask that readers see it. */
export function Licence({ licence, attribution }: { readonly licence?: string | null; readonly attribution?: string | null }) {
  if (!licence && !attribution) return null;
  return (
    <p className="text-faint text-sm">
      {licence && <Trans>Licence: {licence}.</Trans>} {attribution}
    </p>
  );
}
