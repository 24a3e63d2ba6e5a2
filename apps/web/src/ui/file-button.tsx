import { type ReactNode } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Button } from './button';

/** A button that opens the device's own way to choose a file; phones offer the camera as well. */
export function FileButton({ accepts, onFile, children }: { readonly accepts: readonly string[]; readonly onFile: (file: File | null) => void; readonly children: ReactNode }) {
  return (
    <FileTrigger acceptedFileTypes={[...accepts]} onSelect={(files) => onFile(files?.[0] ?? null)}>
      <Button look="soft">{children}</Button>
    </FileTrigger>
  );
}
