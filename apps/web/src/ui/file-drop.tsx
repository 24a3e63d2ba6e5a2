import { Trans } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Text } from 'react-aria-components/Text';
import { Button } from './button';
import { IconUpload } from './icons';

interface FileDropProps {
  readonly label: string;
  readonly help?: ReactNode;
  /** Endings that are taken: [".csv", ".xlsx"]. */
  readonly accepts: readonly string[];
  readonly onFile: (file: File) => void;
  readonly isDisabled?: boolean;
}

export function FileDrop({ label, help, accepts, onFile, isDisabled }: FileDropProps) {
  const takeFirst = (files: FileList | null): void => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  return (
    <DropZone
      className="drop"
      aria-label={label}
      isDisabled={isDisabled}
      onDrop={async (event) => {
        const dropped = event.items.find((item) => item.kind === 'file');
        if (dropped?.kind === 'file') onFile(await dropped.getFile());
      }}
    >
      <IconUpload aria-hidden />
      <Text slot="label" className="font-semibold">{label}</Text>
      {help !== undefined && <p className="text-muted text-sm">{help}</p>}
      <FileTrigger acceptedFileTypes={[...accepts]} onSelect={takeFirst}>
        <Button look="soft" isDisabled={isDisabled}>
          <Trans>Choose a file</Trans>
        </Button>
      </FileTrigger>
    </DropZone>
  );
}
