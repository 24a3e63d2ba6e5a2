import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '~/ui';
import { FileButton } from '~/ui/file-button';
import { photoTypes } from './photo';

/** A photo of the paper that proves an absence; chosen, not sent yet. */
export function PhotoField({ photo, onPhoto }: { readonly photo: File | null; readonly onPhoto: (photo: File | null) => void }) {
  const { t } = useLingui();
  return (
    <div className="flex flex-wrap items-center gap-3">
      <FileButton accepts={photoTypes} onFile={onPhoto}>
        {photo ? <Trans>Choose another photo</Trans> : <Trans>Add a photo of the proof</Trans>}
      </FileButton>
      {photo && (
        <span role="status" className="text-sm">
          {photo.name}{' '}
          <Button size="small" look="quiet" onPress={() => onPhoto(null)} aria-label={t`Without ${photo.name}`}>
            <Trans>Remove</Trans>
          </Button>
        </span>
      )}
    </div>
  );
}
